const SUM = words(
  'total summe gesamt betrag amount montant importe importo totale totaal bedrag somme razem celkem osszesen sum wartosc rechnung invoice valor kwota castka saldo',
);
const NET = words(
  'net netto ht hors excl exkl ohne without before exclusive excluding sin bez sem vor imponibile taxable hors netta subtotal zwischensumme',
);
const GROSS = words('brutto brut ttc incl inkl including inclusive gross mit grand con s inc toutes');
const TAX = words('vat tax taxe taxes steuer impuesto imposta podatek');
const DUE = words(
  'due payable zahlen payer pay pagar pagare balance offener zahl zahlender falliger outstanding betalen zaplaty uhrade fizetendo owed',
);
/** Words that may stand beside without changing what the amount is. */
const BESIDE = words(
  'eur usd gbp chf percent in amount to of rate all items der positionen sur valeur ajoutee value added a bis plus zzgl zuzuglich inklusive t 1 2 und base line',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * Which total a label names, by the classes of its words; null when it names none or has words of another matter.
 * Complements the listed phrases: there are too many ways to say "total without tax".
 */
export function totalNamed(label: readonly string[]): 'total-net' | 'total-tax' | 'total-gross' | 'amount-due' | null {
  if (label.length === 0 || label.length > 8) return null;
  const has = (set: ReadonlySet<string>): boolean => label.some((word) => set.has(word));
  const strange = label.filter((word) => ![SUM, NET, GROSS, TAX, DUE, BESIDE].some((set) => set.has(word))).length;
  if (strange > 0 || label.includes('line')) return null;
  const summing = has(SUM);
  const due = label.filter((word) => DUE.has(word)).length;
  if (due > 0) return summing || due > 1 || label.includes('balance') ? 'amount-due' : null;
  if (has(NET) && (summing || has(TAX))) return 'total-net';
  if (has(GROSS) && (summing || has(TAX))) return 'total-gross';
  if (has(TAX) && (summing || label.includes('percent') || label.includes('added') || label.includes('ajoutee')))
    return 'total-tax';
  return null;
}
