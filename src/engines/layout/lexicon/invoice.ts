import type { Concept } from './concept';

/** Numbers, dates and terms in the head of invoices, orders, receipts and statements. */
export const INVOICE_CONCEPTS: readonly Concept[] = [
  {
    id: 'invoice-number',
    kind: 'identifier',
    asked:
      'invoice number|number of the invoice|number|invoice id|invoice|invoice code|document number|bill number|receipt number|credit note number',
    printed:
      'rechnungsnummer|rechnungs nr|rechnung nr|beleg nr|belegnummer|faktura nr|gutschrift nr|facture numero|numero de facture|facture n|facture|no facture|num facture|numero factura|factura|factura numero|no de factura|numero fattura|fattura numero|fattura|factuurnummer|factuur|factuur nr|fatura numero|numero da fatura|fatura|faktura numer|faktura|numer faktury|faktura vat|faktura cislo|cislo faktury|szamlaszam|szamla sorszama|szamla szama|tax invoice number|tax invoice|invoice ref|bill no|receipt no|sales invoice|beleg|quittung nr|avoir',
    weak: 'number|rechnung|bill|receipt|reference|document',
  },
  {
    id: 'invoice-date',
    kind: 'date',
    asked:
      'invoice date|date of invoice|issue date|date issued|date of issue|document date|bill date|date|billing date|receipt date|date of the receipt|date invoice issued|created date|statement date|print date|tax point date|tax point|letter date|date of the letter',
    printed:
      'rechnungsdatum|belegdatum|ausstellungsdatum|datum|rechnung vom|date de facture|date facture|date facturation|date de facturation|date d emission|date emission|emise le|emis le|fecha de factura|fecha factura|fecha|fecha de emision|fecha expedicion|data fattura|data|data emissione|data documento|factuurdatum|data da fatura|data emissao|data de emissao|data wystawienia|data faktury|datum vystaveni|datum vystaveni dokladu|vystaveno|szamla kelte|kelt|kiallitas datuma|kiallitas kelte|tax date|tax invoice date|invoiced on|issued on|issued|tax point|bill date|statement date|date d edition|le|purchase date',
    weak: 'rechnung|rechnung nr|invoice|invoice number|facture|facture numero|factura|fattura|factuur|faktura|tax invoice|gutschrift',
  },
  {
    id: 'due-date',
    kind: 'date',
    asked:
      'due date|payment due date|payment due|date due|payable by|pay by|due|due on|invoice due date|deadline|payment deadline',
    printed:
      'falligkeitsdatum|fallig am|fallig|zahlbar bis|zahlungsziel|zu zahlen bis|faellig am|falligkeit|zahlung bis|date d echeance|echeance|date echeance|a payer avant|payable le|date limite de paiement|fecha de vencimiento|vencimiento|vence|scadenza|data scadenza|vervaldatum|te betalen voor|uiterste betaaldatum|betalen voor|data de vencimento|vencimento|data limite de pagamento|data limite|pagar ate|prazo de pagamento|limite de pagamento|fecha limite de pago|pagar antes de|entro il|termine di pagamento|betaaldatum|termin platnosci|termin zaplaty|platne do|datum splatnosti|splatnost|splatno|fizetesi hatarido|esedekesseg|due by|payment before|please pay by|total due by|payment is due',
  },
  {
    id: 'order-number',
    kind: 'identifier',
    asked:
      'purchase order|purchase order number|po number|po|order number|order reference|purchase order reference|customer order number|buyer order number|order id|order|your order|orderreference|order no',
    printed:
      'bestellnummer|bestell nr|bestellung|ihre bestellung|ihre bestellnummer|kundenbestellnummer|auftragsnummer|auftrags nr|auftrag nr|auftrag|bestellreferenz|numero de commande|n de commande|commande|bon de commande|votre commande|reference commande|numero de pedido|pedido|su pedido|orden de compra|numero ordine|ordine|ordine di acquisto|ordernummer|bestelnummer|uw bestelling|inkooporder|encomenda|numero da encomenda|zamowienie|numer zamowienia|objednavka|cislo objednavky|rendelesszam|rendeles szama|p o number|p o|cust order|customer po|purchase order no|order ref',
    weak: 'your ref|your reference|customer ref|customer reference|ihr zeichen|votre reference|su referencia|vs rif|vostro riferimento|uw referentie|uw kenmerk',
  },
  {
    id: 'customer-number',
    kind: 'identifier',
    asked:
      'customer number|customer id|client number|account number of customer|debtor number|debitor number|buyer id|customer account|buyer number|customer code',
    printed:
      'kundennummer|kunden nr|kunde nr|debitor|debitorennummer|numero client|n client|code client|numero de cliente|cliente numero|codice cliente|klantnummer|klant nr|debiteurnummer|debiteurennummer|debiteur|numero do cliente|numer klienta|cislo zakaznika|ugyfelszam|vevokod',
    weak: 'account number',
  },
  {
    id: 'delivery-date',
    kind: 'date',
    asked:
      'delivery date|date of delivery|supply date|service date|date of supply|sale date|estimated delivery date|estimated delivery|expected delivery date|expected delivery|requested delivery date|delivery by',
    printed:
      'lieferdatum|leistungsdatum|liefertermin|leistungszeitraum|voraussichtliche lieferung|zustellung|lieferung am|date de livraison|livraison prevue|livraison prevue le|livraison|fecha de entrega|entrega prevista|entrega|data consegna|consegna prevista|consegna|leverdatum|bezorgdatum|verwachte levering|leveringsdatum|data dostawy|data sprzedazy|datum dodani|datum uskutecneni zdanitelneho plneni|duzp|teljesites|teljesites datuma|delivered on|arrives|arriving|delivery|expected delivery|requested delivery date|required date|need by|bezorgmoment|levermoment|zustelltermin|zustelldatum|liefertag|date de livraison prevue|jour de livraison|dia de entrega|giorno di consegna|data de entrega|entrega prevista para|delivery day|arriving on',
  },
  {
    id: 'delivery-note',
    kind: 'identifier',
    asked: 'number of the delivery note|delivery note|delivery note number|despatch advice|packing slip number',
    printed: 'lieferschein|lieferscheinnummer|bon de livraison|albaran|bolla|ddt|pakbon|dodaci list',
  },
  {
    id: 'contract-number',
    kind: 'identifier',
    asked: 'contract number|contract no|contract id|agreement number|contract|contract num',
    printed:
      'vertragsnummer|vertrag nr|numero de contrat|contrat|numero de contrato|contratto|contractnummer|umowa nr|contract revision|order revision',
  },
  {
    id: 'payment-terms',
    kind: 'text',
    asked: 'payment terms|terms of payment|terms|payment conditions|payment term',
    printed:
      'zahlungsbedingungen|zahlungsbed|zahlungsziel|zahlungsbedingung|zahlungskonditionen|conditions de paiement|conditions de reglement|condiciones de pago|condizioni di pagamento|pagamento|betalingsvoorwaarden|warunki platnosci',
  },
  {
    id: 'payment-method',
    kind: 'text',
    asked: 'payment method|method of payment|paid by|payment type|mode of payment|payment means|how it is paid',
    printed:
      'zahlungsart|zahlungsweise|mode de paiement|mode de reglement|moyen de paiement|forma de pago|metodo de pago|modalita di pagamento|betaalwijze|betaalmethode|sposob platnosci|forma platnosci|zpusob platby|zpusob uhrady|fizetesi mod|forma uhrady',
  },
  {
    id: 'currency',
    kind: 'currency',
    asked: 'currency|currency code|currency of the amounts|iso currency|iso currency code|three letter currency code',
    printed: 'wahrung|devise|moneda|divisa|valuta|moeda|waluta|mena|penznem|currency',
  },
];
