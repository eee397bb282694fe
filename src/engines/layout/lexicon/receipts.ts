import type { Concept } from './concept';

/** What shops, restaurants and parcel services print on their slips. */
export const RECEIPT_CONCEPTS: readonly Concept[] = [
  {
    id: 'receipt-number',
    kind: 'identifier',
    asked: 'receipt number|ticket number|bill number|slip number|transaction number|check number|number of the receipt',
    printed:
      'bon nr|bonnummer|kassenbon nr|beleg nr|belegnummer|quittung nr|ticket number|numero de ticket|ticket|scontrino number|documento number|bonnetje number|bon|bill no|receipt no|receipt|check|transaction number|trans number|slip no|paragon number|uctenka cislo',
    weak: 'invoice number|inv no|number|document',
    shares: ['invoice-number'],
  },
  {
    id: 'receipt-time',
    kind: 'time',
    asked: 'time|time of the purchase|time of purchase|purchase time|transaction time|receipt time|time of day',
    printed: 'uhrzeit|zeit|heure|hora|ora|tijd|tijdstip|godzina|cas|ido|time',
  },
  {
    id: 'cash-given',
    kind: 'amount',
    asked: 'cash|cash given|cash tendered|tendered|amount tendered|cash received|amount given',
    printed:
      'bar|gegeben|gegeben bar|bargeld|especes|recu|efectivo|entregado|contanti|contante|contant|gotowka|hotovost|keszpenz|cash tendered|tendered|cash paid|paid cash|tender',
    shares: ['total-gross', 'paid-amount', 'amount-due'],
  },
  {
    id: 'change-given',
    kind: 'amount',
    asked: 'change|change returned|change due|change given',
    printed:
      'ruckgeld|zuruck|wechselgeld|rendu|rendu monnaie|monnaie rendue|monnaie|a rendre|cambio|vuelto|resto|wisselgeld|terug|reszta|vraceno|visszajaro|change due|your change|change',
  },
  {
    id: 'card-number',
    kind: 'identifier',
    asked: 'card number|last digits of the card|card last four|last four digits of the card|card|credit card number',
    printed: 'kartennummer|karten nr|karte|carte|carte number|tarjeta|carta|kaart|kaartnummer|card no|card|pan|acct',
  },
  {
    id: 'cashier',
    kind: 'name',
    asked: 'cashier|cashier name|server|served by|waiter|operator|clerk',
    printed:
      'kassierer|kassiererin|bediener|bedienung|es bediente sie|ihr kassierer|caissier|caissiere|hote de caisse|vous avez ete servi par|cajero|cajera|le atendio|camarero|cassiere|operatore|kassamedewerker|u werd geholpen door|kasjer|served by|your server|server|salesperson|attended by',
  },
  {
    id: 'rounding',
    kind: 'amount',
    asked: 'rounding|rounding adjustment|rounding difference|rounding amount',
    printed:
      'rundung|rundungsdifferenz|arrondi|redondeo|arrotondamento|afronding|zaokraglenie|zaokrouhleni|rounding adj',
  },
  {
    id: 'service-charge',
    kind: 'amount',
    asked: 'service charge|service charge amount|tip|gratuity|tip amount',
    printed:
      'bedienungsgeld|trinkgeld|service|service compris|pourboire|servicio|propina|servizio|coperto|mancia|fooi|serv charge|svc charge|srv chrg',
  },
  {
    id: 'weight',
    kind: 'quantity',
    asked: 'weight|total weight|gross weight|weight in kg|weight kg|gross weight in kg',
    printed:
      'gewicht|gesamtgewicht|bruttogewicht|poids|poids total|poids brut|peso|peso total|peso bruto|peso totale|peso lordo|totaal gewicht|brutogewicht|waga|hmotnost|suly|gross weight|total weight',
  },
  {
    id: 'package-count',
    kind: 'quantity',
    asked: 'number of packages|number of parcels|packages|parcels|number of boxes|colli|number of pallets',
    printed:
      'packstucke|anzahl packstucke|anzahl pakete|kolli|anzahl kolli|colis|nombre de colis|bultos|numero de bultos|colli|numero colli|aantal colli|aantal pakketten|liczba paczek|pocet baliku|no of packages|packages|totaal aantal colli|totaal colli|totaal aantal pakketten|gesamtzahl packstucke|summe packstucke|packstucke gesamt|nombre total de colis|total colis|total de bultos|numero total de bultos|totale colli|numero totale colli|total de volumes|numero de volumes|volumes|total packages|total number of packages|total parcels|total cartons|cartons',
  },
  {
    id: 'carrier',
    kind: 'name',
    asked: 'carrier|parcel carrier|shipping carrier|shipper|parcel service|delivery company|courier|forwarder',
    printed:
      'spediteur|spedition|paketdienst|versanddienstleister|versand mit|versand durch|transporteur|transportista|agencia de transporte|corriere|vettore|trasportatore|vervoerder|bezorgd door|przewoznik|dopravce|shipped by|carrier|delivered by|shipped via',
  },
];
