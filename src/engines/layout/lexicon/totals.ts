import type { Concept } from './concept';

/** Amounts at the foot of invoices, receipts, orders and statements. */
export const TOTAL_CONCEPTS: readonly Concept[] = [
  {
    id: 'total-net',
    kind: 'amount',
    asked:
      'total net|net total|net amount|subtotal|sub total|total without tax|total excluding vat|total before tax|subtotal before tax|amount without vat|total excl vat|net|total net amount|taxable amount|tax base|taxable base|goods value|value of goods|net value',
    printed:
      'nettobetrag|netto|zwischentotal|nettototal|summe netto|gesamt netto|nettosumme|zwischensumme|gesamtnetto|netto betrag|rechnungsbetrag netto|warenwert|summe ohne mwst|gesamtbetrag netto|total ht|montant ht|sous total|total hors taxe|total hors taxes|net ht|base ht|total h t|base imponible|subtotal|total sin iva|imponibile|totale imponibile|totale netto|totaal excl btw|subtotaal|totaal exclusief btw|bedrag excl btw|total sem iva|valor liquido|total liquido|total iliquido|valor iliquido|base tributavel|incidencia|razem netto|wartosc netto|suma netto|celkem bez dph|zaklad dane|netto osszesen|netto ertek|adoalap|total excl tax|net value|total net value|goods total|total before vat|amount before tax|total ex vat',
    weak: 'summe|betrag|base',
  },
  {
    id: 'total-tax',
    kind: 'amount',
    asked: 'total tax|tax total|tax amount|vat amount|total vat|vat|tax|sales tax|vat total|total tax amount|tax value',
    printed:
      'mehrwertsteuer|umsatzsteuer|mwst|ust|mwst betrag|steuerbetrag|summe mwst|zzgl mwst|zzgl ust|zzgl umsatzsteuer|steuer|zzgl 19 mwst|gesamt mwst|enthaltene mwst|inkl mwst|tva|total tva|montant tva|montant de la tva|cuota iva|iva|total iva|importe iva|imposta|totale iva|importo iva|totale imposta|btw|btw bedrag|totaal btw|valor iva|total do iva|kwota vat|podatek vat|razem vat|dph|celkem dph|dph celkem|afa|afa osszesen|afa osszege|plus vat|add vat|gst amount|total gst|igst|tax 1',
  },
  {
    id: 'total-gross',
    kind: 'amount',
    asked:
      'total gross|gross total|gross amount|grand total|total|total amount|total including vat|total incl vat|invoice total|amount total|total price|total sum|gross|total including tax|total with tax|invoice amount|order total|gross amount dollars|total value',
    printed:
      'gesamtbetrag|gesamtsumme|summe|importo lordo|importe bruto|montant brut|brutobedrag|bruttototal|total bezahlt|total amt payable|total payable|total amt|nett total|total sales|order total|bruttobetrag|brutto|rechnungsbetrag|endbetrag|summe brutto|gesamt brutto|gesamt|endsumme|gesamtpreis|rechnungssumme|bruttosumme|rechnungsendbetrag|summe inkl mwst|gesamtbetrag brutto|total ttc|montant ttc|montant total|total t t c|total general|total toutes taxes|importe total|total factura|total con iva|totale|totale fattura|totale documento|importo totale|totale complessivo|totaal|totaal incl btw|totaalbedrag|totaal inclusief btw|eindtotaal|valor total|total com iva|total do documento|total da fatura|total geral|razem brutto|razem|do zaplaty razem|wartosc brutto|suma brutto|celkem|celkem s dph|celkem k uhrade|celkova castka|osszesen|brutto osszesen|vegosszeg|mindosszesen|total invoice|total incl tax|total inc vat|total rs|net total payable|prezzo totale|costo totale|prix total|precio total|coste total|totaalprijs|totale prijs|preco total|custo total|montant total paye|total paye|total pagado|totale pagato|totaal betaald|total pago|total charged|total cost|total due',
    weak: 'betrag|importe|montant|price|preis|prix|precio|prezzo|prijs|preco',
    shares: ['amount-due', 'cash-given'],
  },
  {
    id: 'amount-due',
    kind: 'amount',
    asked:
      'amount due|balance due|total due|amount payable|due amount|amount to pay|still to be paid|outstanding amount|balance|payable amount|net payable|amount outstanding|open amount|total payable',
    printed:
      'zahlbetrag|zu zahlen|zu zahlender betrag|zahlungsbetrag|offener betrag|restbetrag|falliger betrag|fallig|zu uberweisen|noch zu zahlen|forderung|net a payer|montant du|reste a payer|solde|solde a payer|montant a payer|a payer|total a pagar|importe a pagar|saldo|pendiente|totale da pagare|netto a pagare|importo da pagare|da pagare|te betalen|openstaand bedrag|te voldoen|nog te betalen|valor a pagar|do zaplaty|pozostalo do zaplaty|k uhrade|zbyva uhradit|fizetendo|fizetendo osszeg|please pay|pay this amount|net amount due|to pay|balance to pay',
    shares: ['total-gross'],
  },
  {
    id: 'paid-amount',
    kind: 'amount',
    asked: 'amount paid|paid amount|prepaid amount|paid|deposit|down payment|payments received',
    printed:
      'bezahlt|anzahlung|kaution|waarborgsom|borg|fianza|cauzione|depot de garantie|security deposit|geleistete anzahlung|acompte verse|payments credits|payment received|bereits gezahlt|vorauszahlung|gezahlt|acompte|deja regle|montant paye|pagado|anticipo|acconto|betaald|zaplacono|zaloha|uhrazeno|fizetve|less paid',
  },
  {
    id: 'discount-total',
    kind: 'amount',
    asked: 'discount|total discount|discount amount|allowance',
    printed: 'rabatt|nachlass|remise|rabais|escompte|descuento|sconto|korting|desconto|sleva|kedvezmeny|less discount',
  },
  {
    id: 'shipping-total',
    kind: 'amount',
    asked: 'shipping|shipping cost|freight|delivery charge|postage|shipping amount|delivery fee',
    printed:
      'versand|versandkosten|fracht|porto|lieferkosten|frais de port|frais de livraison|transport|gastos de envio|spese di spedizione|verzendkosten|portes|koszt wysylki|doprava|postovne|szallitasi koltseg|shipping and handling',
    weak: 'livraison|lieferung|envio|spedizione|bezorging|entrega|delivery',
  },
  {
    id: 'tax-rate',
    kind: 'percent',
    asked: 'vat rate|tax rate|vat percent|tax percent|vat percentage|rate of vat|tax percentage|vat rate percent',
    printed:
      'mwst satz|steuersatz|ust satz|mwst percent|ust percent|taux tva|taux de tva|tva percent|tipo iva|iva percent|aliquota|aliquota iva|btw percentage|btw percent|taxa iva|stawka vat|sazba dph|dph percent|afa kulcs|vat percent|tax percent|percent vat|percent mwst|percent ust|percent tva',
    weak: 'vat|tax|rate|percent|satz',
  },
  {
    id: 'net-booked',
    kind: 'amount',
    asked:
      'amount debited total|amount debited|amount credited|settlement amount|net amount debited|amount booked|final amount|amount charged',
    printed:
      'zu ihren lasten|zu ihren gunsten|zu lasten|zu gunsten|endbetrag|ausmachender betrag|ausmachend|endbetrag zu ihren lasten|endbetrag zu ihren gunsten|belastung|gutschrift|abrechnungsbetrag|montant net debit compte|montant net debit votre compte|montant net credit votre compte|montant net|total debit|importe neto|importo netto|addebito|te verrekenen|netto bedrag|belastung auf konto|buchungsbetrag|summe zu ihren lasten|montant net debite|montant net credite|net debite|net credite|net debit|net credit|importe neto|neto a cargar|importe liquido|liquido|importo netto addebitato|netto te betalen|total amount|net amount|amount due|total charged|amount charged|montant debite|importe cobrado|importo addebitato|abgebucht',
    shares: ['total-gross', 'amount-due'],
  },
  {
    id: 'fees',
    kind: 'amount',
    asked:
      'fees|total fees|brokerage fees|brokerage|service fees|fees commissions|total fees and commissions|commission|charges|bank fees|fee|costs',
    printed:
      'provision|gesamtprovision|gebuhren|spesen|entgelt|orderprovision|summe entgelte|kosten|commission|frais|courtage|comision|comisiones|commissioni|kosten transactie|provize|prowizja|oplaty|orderentgelt|transaktionsentgelt|ordergebuhr|commissions',
  },
];
