import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/parsers/decode-text';
import { upperHalf } from '../../../src/parsers/encoding/single-byte';
import { bytesOf } from './outline';

function encode(text: string, encoding: string): Uint8Array {
  const table = upperHalf(encoding);
  return Uint8Array.from(text, (char) => (char < '\x80' ? char.charCodeAt(0) : 128 + table.indexOf(char)));
}

const utf16 = (text: string, littleEndian: boolean, mark: string): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * (mark + text).length));
  for (const [index, char] of [...(mark + text)].entries()) view.setUint16(2 * index, char.charCodeAt(0), littleEndian);
  return new Uint8Array(view.buffer);
};

describe('decodeText', () => {
  const western = ['windows-1252', 'macintosh'];
  const dos = [...western, 'cp850'];
  const central = ['windows-1250', 'iso-8859-2'];
  const texts: readonly (readonly [text: string, encodings: readonly string[]])[] = [
    ['Rechnung für März: Übersicht der Löhne, Straße 5', dos],
    ['GRÖSSE UND ÄNDERUNG', dos],
    ['Relevé de février : très élevé, reçu à Besançon', dos],
    ['Factura de enero: señor Muñoz, teléfono, año próximo', dos],
    ['Città di Forlì, perché è già così', western],
    ['Fatura não é paga até à próxima estação, três ações', western],
    ['Räkning för åtta köttbullar på ön', dos],
    ['“Terms” – 5 °C, £12', western],
    ['Preis: 5 € je m²', ['windows-1252']],
    ['Café', western],
    ['cœur à 5 €', ['windows-1252', 'iso-8859-15']],
    ['§ 4 Abs. 2', ['windows-1252']],
    ['Zażółć gęślą jaźń. Należność za usługi', central],
    ['Łódź', central],
    ['NALEŻNOŚĆ ŁĄCZNIE', central],
    ['Příliš žluťoučký kůň úpěl ďábelské ódy', central],
    ['Számla összege: ötszáz forint, fizetési határidő', central],
    ['Račun plaćen, đak žuri u školu čitati', central],
    ['Счёт на оплату: сумма к оплате сто рублей', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866']],
    ['ИТОГО К ОПЛАТЕ', ['windows-1251']],
    ['Güneş ışığı, ödeme şekli değişti, ağaç', ['windows-1254']],
    ['Τιμολόγιο για την πληρωμή του ποσού', ['windows-1253', 'iso-8859-7']],
  ];
  it.each(texts.flatMap(([text, encodings]) => encodings.map((encoding) => [text, encoding] as const)))(
    'reads "%s" in %s',
    (text, encoding) => {
      expect(decodeText(encode(text, encoding))).toBe(text);
    },
  );

  it('reads UTF-8 and UTF-16, with and without a byte order mark, and drops the mark', () => {
    const text = 'Zürich, 12 €: Übersicht';
    const forms = [
      bytesOf(text),
      bytesOf(`\ufeff${text}`),
      ...[true, false].flatMap((little) => ['', '\ufeff'].map((mark) => utf16(text, little, mark))),
    ];
    expect(forms.map((bytes) => decodeText(bytes))).toEqual(forms.map(() => text));
  });

  it('believes a declared charset before its own guess, and no charset that there is none of', () => {
    const bytes = Uint8Array.from([0xb1, 0xe9]);
    expect(decodeText(bytes, 'iso-8859-2')).toBe('ąé');
    expect(decodeText(bytes, 'shift_jis')).not.toBe('ąé');
    expect(decodeText(bytesOf('für'), 'x-nonsense')).toBe('für');
    expect(decodeText(encode('für', 'windows-1252'), 'utf-8')).toBe('für');
  });

  it('leaves text alone that was decoded wrongly before, and forgives UTF-8 a broken character', () => {
    expect(decodeText(bytesOf('MÃ¤rz fÃ¼r 5 â‚¬'))).toBe('MÃ¤rz fÃ¼r 5 â‚¬');
    const cut = bytesOf('Größe, Länge, Höhe, Übersicht, Änderung, für, März, Straße, Öl, Äther, ä');
    expect(decodeText(cut.subarray(0, -1))).toBe(
      'Größe, Länge, Höhe, Übersicht, Änderung, für, März, Straße, Öl, Äther, \ufffd',
    );
  });
});
