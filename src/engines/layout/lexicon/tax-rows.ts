import type { Concept } from './concept';

/** Columns of a tax summary: one row for each rate. */
export const TAX_ROW_CONCEPTS: readonly Concept[] = [
  {
    id: 'tax-row-rate',
    kind: 'percent',
    asked: 'rate|tax rate|vat rate|percent|percentage|vat percent|tax percent|rate percent|rate applicable percent',
    printed:
      'satz|steuersatz|mwst satz|ust satz|mwst|ust|mwst percent|taux|taux tva|tva|tva percent|tipo|tipo iva|iva|iva percent|aliquota|percent iva|tarief|btw|btw tarief|btw percent|vat|tax|gst rate',
  },
  {
    id: 'tax-row-base',
    kind: 'amount',
    asked: 'net amount|taxable amount|base|tax base|net|basis|taxable|basis amount|amount without tax|goods amount',
    printed:
      'netto|nettobetrag|bemessungsgrundlage|basis|base ht|montant ht|ht|base imponible|base|imponibile|grondslag|bedrag excl btw|excl btw|warenwert|net value|goods|total ht',
  },
  {
    id: 'tax-row-amount',
    kind: 'amount',
    asked: 'tax amount|vat amount|amount|tax|vat|tax value|calculated amount|amount of tax',
    printed:
      'steuer|steuerbetrag|mwst|mwst betrag|ust|ust betrag|montant tva|tva|cuota|cuota iva|iva|importe iva|imposta|importo iva|btw|btw bedrag|vat|tax|betrag',
  },
  {
    id: 'tax-row-gross',
    kind: 'amount',
    asked: 'gross amount|total|gross|total amount|amount including tax|total with tax',
    printed: 'brutto|bruttobetrag|gesamt|ttc|montant ttc|total|totale|totaal|incl btw|summe',
  },
];
