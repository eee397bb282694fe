import { describe, expect, test } from 'vitest';
import { ask } from '../ask';
import { letter } from '../paper';

describe('agreements in running text', () => {
  test('a role in brackets before a colon names the party behind it', async () => {
    const lease = letter(
      'CONTRATO DE ARRENDAMENTO',
      'PRIMEIRO OUTORGANTE (Senhorio): Duarte Pinho Leal, casado, residente em Viseu.',
      'SEGUNDO OUTORGANTE (Inquilina): Rosa Mendes Faria, residente em Lamego.',
    );
    expect(await ask(lease, { landlord: 'string', tenant: 'string' })).toEqual({
      landlord: 'Duarte Pinho Leal',
      tenant: 'Rosa Mendes Faria',
    });
  });

  test('a name in quotes that an agreement gives is no label of the line below it', async () => {
    const agreement = letter(
      'Vertrag',
      'zwischen der Moorland Technik GmbH, Torfweg 3, 26789 Leer',
      '- nachfolgend "Auftragnehmer" genannt -',
      'und der Kanzlei Harms, Ring 8, 26603 Aurich',
      '- nachfolgend "Auftraggeber" genannt -',
      'wird Folgendes vereinbart.',
    );
    expect(await ask(agreement, { contractor: 'string', client: 'string' })).toEqual({
      contractor: 'Moorland Technik GmbH',
      client: 'Kanzlei Harms',
    });
  });

  test.each([
    ['Gerichtsstand ist Emden. Es gilt deutsches Recht.', { jurisdiction: 'Emden' }],
    ['Foro: Lisboa', { jurisdiction: 'Lisboa' }],
  ])('the place of the court: %s', async (text, expected) => {
    const fields = [{ name: 'jurisdiction', type: 'string', description: 'Place of jurisdiction' }];
    expect(await ask(letter('Vertrag', text), { fields })).toEqual(expected);
  });

  test('what is paid as a deposit, and the notice a lease asks for', async () => {
    const lease = letter(
      'O inquilino entrega, a título de caução, a quantia de 900,00 €.',
      'Pode denunciar o contrato com a antecedência mínima de 60 dias.',
    );
    expect(await ask(lease, { deposit: 'number', notice_period: 'string' })).toEqual({
      deposit: 900,
      notice_period: '60 dias',
    });
  });
});
