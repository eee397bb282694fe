import type { Kind } from './kind';

/** Papers of buying and selling. */
export const TRADE_KINDS: readonly Kind[] = [
  {
    id: 'invoice',
    names:
      'invoice|tax invoice|commercial invoice|sales invoice|invoice statement|rechnung|abrechnung|schlussrechnung|abschlagsrechnung|handelsrechnung|sammelrechnung|honorarnote|honorarrechnung|facture|note d honoraires|factura|fattura|parcella|factuur|verkoopfactuur|faktura|fatura|szamla|e invoice|electronic invoice|e rechnung|erechnung|facture electronique|factura electronica|fattura elettronica|e factuur|invoice tax',
    asked:
      'bill|bills|xrechnung|zugferd|factur x|accounts payable|billing document|vendor bill|supplier bill|rechnungsbeleg',
    proofs:
      'invoice number|invoice date|invoice amount|invoice total|bill to|amount due|total due|balance due|due date|rechnungsnummer|rechnungsdatum|rechnungsbetrag|rechnungsempfanger|rechnungsadresse|rechnungssumme|gesamtbetrag der rechnung|zahlbar bis|zahlungsziel|zahlungsbedingungen|leistungszeitraum|leistungsdatum|zu zahlender betrag|numero de facture|date de facture|date de facturation|facture numero|net a payer|echeance|adresse de facturation|numero de factura|fecha de factura|fecha de vencimiento|base imponible|datos de facturacion|numero fattura|data fattura|fattura numero|data scadenza|imponibile|factuurnummer|factuurdatum|vervaldatum|te betalen|factuuradres|payment terms|please pay|remit to|please remit|wir stellen ihnen|berechnen wir|we invoice you|kundigen wir ihnen in rechnung',
    usual:
      'subtotal|total|vat|net amount|gross amount|unit price|quantity|description|zwischensumme|nettobetrag|bruttobetrag|gesamtbetrag|gesamtsumme|einzelpreis|menge|mwst|ust idnr|steuernummer|bankverbindung|kundennummer|total ht|total ttc|total tva|prix unitaire|quantite|montant|siret|total neto|precio unitario|cantidad|importe|iva|totale|prezzo unitario|quantita|partita iva|subtotaal|totaal|btw|aantal|prijs|bankrekening|iban|swift|bic|vat number|gstin|tax|lieferdatum|bestellnummer|order number|customer number',
    shapes: ['structured-invoice'],
  },
  {
    id: 'credit-note',
    of: 'invoice',
    names:
      'credit note|credit memo|credit invoice|gutschrift|rechnungskorrektur|stornorechnung|storno|avoir|note de credit|nota de credito|factura rectificativa|abono|nota di credito|nota di accredito|creditnota|creditfactuur',
    proofs:
      'credit note number|credit note date|credit memo number|original invoice|gutschriftsnummer|gutschriftnummer|gutschriftsbetrag|gutschriftsdatum|ursprungsrechnung|erstattungsbetrag|avoir numero|facture d origine|factura original|numero nota di credito|creditnotanummer|amount credited|credited to your account',
    usual:
      'refund|erstattung|remboursement|reembolso|rimborso|terugbetaling|storniert|returned goods|retoure|invoice number|rechnungsnummer',
  },
  {
    id: 'utility-bill',
    of: 'invoice',
    names:
      'utility bill|electricity bill|gas bill|water bill|telephone bill|phone bill|energy bill|internet bill|stromrechnung|gasrechnung|wasserrechnung|telefonrechnung|mobilfunkrechnung|jahresabrechnung|verbrauchsabrechnung|nebenkostenabrechnung|facture d electricite|facture d eau|facture de gaz|factura de luz|factura de la luz|factura del agua|factura de gas|bolletta|bolletta luce|bolletta gas|energierekening|waterrekening|jaarafrekening|telefoonrekening',
    asked:
      'electricity|gas|energy|water|strom|wasser|electricite|eau|electricidad|agua|elettricita|acqua|elektriciteit|utility|utilities|energy supplier bill|versorger|versorgungsrechnung',
    proofs:
      'meter reading|meter number|meter readings|previous reading|present reading|current reading|standing charge|kwh|kilowatt|billing period|consumption|zahlerstand|zahlernummer|verbrauch|grundpreis|arbeitspreis|verbrauchsstelle|marktlokation|abrechnungszeitraum|abschlag|releve de compteur|consommation|abonnement|point de livraison|lectura|consumo|potencia contratada|contador|cups|lettura|contatore|meterstand|verbruik|vastrecht|leveringsadres|supply address|cubic metres|m3',
    usual: 'amount due|payment due|due date|account number|customer number|tariff|tarif|direct debit|lastschrift|vat',
  },
  {
    id: 'reminder',
    names:
      'reminder|payment reminder|overdue notice|dunning letter|dunning notice|final notice|past due notice|mahnung|zahlungserinnerung|letzte mahnung|relance|lettre de relance|mise en demeure|rappel de paiement|recordatorio de pago|requerimiento de pago|sollecito|sollecito di pagamento|aanmaning|betalingsherinnering',
    proofs:
      'overdue|past due|late fee|mahngebuhr|mahngebuhren|mahnstufe|verzugszinsen|offene posten|offener betrag|impaye|penalites de retard|pago pendiente|vencida|scaduto|insoluto|openstaand bedrag|incassokosten|has not been paid|noch nicht beglichen|outstanding invoice',
    usual: 'invoice number|rechnungsnummer|due date|amount due|rechnungsdatum|numero de facture|factuurnummer',
  },
  {
    id: 'receipt',
    names:
      'receipt|cash receipt|sales receipt|payment receipt|till receipt|store receipt|tax invoice|simplified tax invoice|invoice simplified|cash bill|guest check|cash sale|sales slip|kassenbon|kassenbeleg|kassenzettel|quittung|beleg|barverkauf|bewirtungsbeleg|bon|ticket de caisse|recu|ticket de caixa|recibo|tique|factura simplificada|scontrino|scontrino fiscale|ricevuta|documento commerciale|kassabon|bonnetje|kwitantie|paragon',
    asked:
      'till|slip|cash register|kasse|caisse|caja|cassa|till slip|shop receipt|proof of purchase|einkaufsbeleg|zahlungsbeleg|ticket de compra|expense receipt|spesenbeleg',
    proofs:
      'cashier|change|change due|cash tendered|total cash|cash received|amount tendered|tendered|rounding adj|rounding adjustment|total rounding|gst summary|goods sold are not returnable|not refundable|non refundable|thank you please come again|thank you for shopping|please come again|have a nice day|served by|till|receipt number|visa debit|card payment|approval code|auth code|kassierer|bediener|bedient von|es bediente sie|kasse|ruckgeld|gegeben|bar gegeben|ec karte|girocard|kartenzahlung|tse signatur|tse transaktion|vielen dank fur ihren einkauf|caisse|caissier|rendu|especes|rendu monnaie|a bientot|cajero|cambio|efectivo|gracias por su visita|gracias por su compra|contanti|resto|cassa|arrivederci|wisselgeld|contant betaald|pinbetaling|kassa|bedankt voor uw bezoek|salesperson|cash|tax code|amt rm|total rm|total sales|items sold|item count|terminal id',
    usual:
      'total|subtotal|vat|gst|tax|summe|mwst|tva|iva|btw|total incl|total amount|qty|price|amount|visa|mastercard|maestro|thank you|danke|merci|gracias|grazie|bedankt|tel',
    shapes: ['slip'],
  },
  {
    id: 'order',
    names:
      'order|purchase order|order form|sales order|work order|bestellung|auftrag|kaufauftrag|bestellschein|bon de commande|commande|orden de compra|pedido|ordine|ordine di acquisto|ordine d acquisto|inkooporder|bestelling|inkooporder|bestelbon|aankooporder',
    asked: 'orders|po|buying order',
    proofs:
      'purchase order number|po number|po date|order date|ordered by|ship to|deliver to|please supply|please deliver|requested delivery date|bestellnummer|bestelldatum|besteller|wir bestellen|liefertermin|auftragsdatum|auftraggeber|numero de commande|date de commande|nous vous commandons|numero de pedido|fecha de pedido|numero ordine|data ordine|bestelnummer|besteldatum|gewenste leverdatum|buyer|delivery address|lieferadresse',
    usual:
      'quantity|unit price|total|supplier|vendor|item|menge|einzelpreis|lieferant|artikelnummer|quantite|fournisseur|cantidad|proveedor|quantita|fornitore|aantal|leverancier|order number|delivery date|terms',
  },
  {
    id: 'order-confirmation',
    of: 'order',
    asked: 'confirm|confirms|confirmed|confirmation|bestatigung|bestatigt|confirmacion|conferma|bevestiging',
    names:
      'order confirmation|confirmation of order|order acknowledgement|sales order confirmation|auftragsbestatigung|bestellbestatigung|confirmation de commande|accuse de reception de commande|confirmacion de pedido|conferma d ordine|conferma ordine|orderbevestiging|bestelbevestiging',
    proofs:
      'thank you for your order|we confirm your order|your order|vielen dank fur ihre bestellung|wir bestatigen|wir danken fur ihren auftrag|ihre bestellung|merci pour votre commande|nous confirmons|gracias por su pedido|confirmamos|la ringraziamo per l ordine|bedankt voor uw bestelling|wij bevestigen|voraussichtlicher liefertermin|expected delivery',
    usual:
      'order number|order date|bestellnummer|auftragsnummer|auftrag|numero de commande|delivery date|liefertermin|quantity|menge|total',
  },
  {
    id: 'advertising-order',
    of: 'order',
    names:
      'advertisement agreement|advertising agreement|advertisement agreement form|advertising agreement form|request for advertising time|advertising order|insertion order|broadcast order|media order|advertising contract|broadcast contract|airtime order|anzeigenauftrag|insertionsauftrag|werbeauftrag|mediaauftrag|ordre d insertion|ordre de publicite|orden de insercion|orden de publicidad|ordine di pubblicita|ordine di inserzione|advertentieopdracht|advertentieorder|ad buy|ad order|political advertising agreement',
    asked:
      'advertising|advertisement|advertisements|advertisement order|advertisement contract|ad contract|tv advertising|radio advertising|werbung|anzeige|publicite|publicidad|pubblicita|reclame|airtime|commercials|tv spots|radio spots|media buy|media buying|political ad|ad buys',
    proofs:
      'station time|air date|advertiser|advertiser name|flight dates|flight date|order flight|spots|spot|spots per week|airtime|agency commission|account executive|estimate number|alt order number|alternate order number|contract dates|demographic|demo|grp|grps|daypart|day part|gross amount|net amount|number of spots|wochenspots|werbekunde|sendezeit|annonceur|anunciante|inserzionista|adverteerder|product code|hiatus|make good|makegood|billing calendar|primary demo|line length|sales office|sales region|revenue code|buyer name|air time|sponsor|broadcast',
    usual:
      'rate|total|week|length|start date|end date|order|contract|market|days|times|mon|tue|wed|thu|fri|channel|buying|rating|station|agency|television|radio',
  },
  {
    id: 'quote',
    names:
      'quote|quotation|estimate|offer|cost estimate|price offer|proposal|pro forma invoice|proforma invoice|angebot|kostenvoranschlag|offerte|preisangebot|devis|offre de prix|proposition commerciale|presupuesto|cotizacion|oferta|preventivo|offerta|prijsopgave',
    proofs:
      'quote number|quotation number|quote date|valid until|validity|this quote is valid|we are pleased to offer|estimate number|angebotsnummer|angebotsdatum|gultig bis|bindefrist|wir bieten ihnen|unverbindlich|freibleibend|devis numero|date de validite|bon pour accord|valable jusqu|presupuesto numero|validez|valido hasta|preventivo numero|validita dell offerta|offertenummer|geldig tot|offertedatum|subject to acceptance',
    usual:
      'unit price|quantity|total|subtotal|vat|einzelpreis|menge|prix unitaire|precio unitario|prezzo unitario|prijs',
  },
  {
    id: 'delivery-note',
    names:
      'delivery note|delivery slip|delivery docket|packing slip|packing list|despatch note|dispatch note|goods received note|delivery receipt|proof of delivery|lieferschein|warenbegleitschein|packliste|packzettel|bon de livraison|bordereau de livraison|liste de colisage|albaran|albaran de entrega|nota de entrega|lista de empaque|bolla di consegna|documento di trasporto|ddt|distinta di imballaggio|pakbon|leverbon|afleverbon|vrachtbrief',
    asked:
      'delivered|delivered goods|geliefert|livre|entregado|consegnato|geleverd|delivery|shipping document|delivery document|livraison|goods delivered',
    proofs:
      'delivery note number|delivered to|goods received|received by|received in good condition|number of packages|packages|gross weight|net weight|delivery date|lieferscheinnummer|lieferschein nr|lieferdatum|ware erhalten|empfang bestatigt|ordnungsgemass erhalten|kolli|packstucke|gewicht|date de livraison|livre a|colis|poids|recu par|marchandise recue|fecha de entrega|bultos|recibido por|data di consegna|colli|peso|causale del trasporto|vettore|leverdatum|ontvangen door|aantal colli|carrier|shipper|consignee',
    usual:
      'quantity|item|order number|article|ship to|menge|artikel|bestellnummer|quantite|reference|cantidad|articulo|quantita|aantal|driver|fahrer',
  },
  {
    id: 'waybill',
    of: 'delivery-note',
    names:
      'waybill|air waybill|bill of lading|consignment note|sea waybill|cmr|shipping label|frachtbrief|luftfrachtbrief|konnossement|paketschein|versandlabel|lettre de voiture|connaissement|carta de porte|conocimiento de embarque|lettera di vettura|polizza di carico|cognossement|shipping manifest|cargo manifest',
    proofs:
      'shipper|consignee|notify party|port of loading|port of discharge|vessel|voyage|container number|freight|place of delivery|carrier|absender|empfanger|frachtfuhrer|expediteur|destinataire|remitente|destinatario|mittente|afzender|tracking number|hs code|incoterms',
    usual: 'weight|gross weight|packages|marks|gewicht|poids|peso|dimensions|date',
  },
  {
    id: 'customs',
    names:
      'customs declaration|export declaration|import declaration|certificate of origin|zollanmeldung|zollerklarung|ausfuhranmeldung|ursprungszeugnis|declaration en douane|certificat d origine|declaracion de aduana|certificado de origen|dichiarazione doganale|certificato di origine|douaneaangifte|certificaat van oorsprong|commercial invoice for customs',
    asked: 'customs|zoll|douane|aduana|dogana',
    proofs:
      'hs code|commodity code|country of origin|tariff number|eori|customs value|exporter|importer|declarant|mrn|zolltarifnummer|warennummer|ursprungsland|ausfuhrer|anmelder|pays d origine|pais de origen|paese di origine|land van oorsprong',
    usual: 'consignee|gross weight|net weight|incoterms|value|invoice number|packages',
  },
  {
    id: 'price-list',
    names:
      'price list|pricelist|rate card|tariff sheet|catalogue|catalog|product catalogue|preisliste|katalog|tarifliste|liste de prix|tarifs|catalogue produits|lista de precios|tarifas|catalogo|listino prezzi|listino|prijslijst|catalogus',
    proofs:
      'prices valid from|prices subject to change|all prices|recommended retail price|alle preise|preise gultig ab|unverbindliche preisempfehlung|prix en vigueur|precios validos|prezzi validi|prijzen geldig',
    usual: 'price|article|item|preis|artikel|prix|precio|prezzo|prijs|unit|sku',
    shapes: ['grid'],
  },
  {
    id: 'tender',
    names:
      'tender|call for tenders|request for proposal|request for quotation|invitation to tender|rfp|rfq|ausschreibung|leistungsverzeichnis|appel d offres|cahier des charges|licitacion|pliego de condiciones|bando di gara|capitolato|aanbesteding|bestek',
    proofs:
      'bidder|bidders|contracting authority|award criteria|submission deadline|vergabestelle|bieter|zuschlagskriterien|soumissionnaire|pouvoir adjudicateur|licitador|stazione appaltante|inschrijver',
    usual: 'deadline|scope of work|requirements|lot|frist',
  },
];
