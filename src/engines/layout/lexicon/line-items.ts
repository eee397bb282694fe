import type { Concept } from './concept';

/** Columns of item tables, order lists and the like. */
export const LINE_ITEM_CONCEPTS: readonly Concept[] = [
  {
    id: 'item-description',
    kind: 'text',
    asked:
      'description|item|item name|product|product or service|service|article|title|product name|item description|goods|product description|name of the item|details|particulars|name|text|designation|label',
    printed:
      'bezeichnung|beschreibung|artikel|artikelbezeichnung|leistung|produkt|position|text|artikelbeschreibung|ware|gegenstand|bezeichnung der leistung|artikelname|designation|libelle|article|produit|prestation|description|objet|descripcion|concepto|producto|articulo|detalle|descrizione|prodotto|articolo|voce|oggetto|omschrijving|product|artikel|descricao|artigo|produto|designacao|opis|nazwa|nazwa towaru|nazwa towaru lub uslugi|towar|usluga|popis|nazev|oznaceni dodavky|polozka|polozky|megnevezes|termek|leiras|aru megnevezese|item description|items|particulars|service|goods|description of goods|product title|services|item name|activity|work|task|part',
  },
  {
    id: 'item-quantity',
    kind: 'quantity',
    asked: 'quantity|count|number of items|pieces|units|number of units|number|hours|qty ordered',
    printed:
      'menge|anzahl|stuck|stk|anz|stunden|mng|quantite|qte|nombre|cantidad|cant|uds|unidades|quantita|qta|q ta|aantal|hoeveelheid|stuks|quantidade|qtd|quant|ilosc|mnozstvi|pocet|ks|mennyiseg|menny|quantity|pcs|units|hours|hrs|qnty|m quantity|shipped|ordered',
  },
  {
    id: 'item-unit',
    kind: 'text',
    asked: 'unit|unit of measure|uom|measure|unit code',
    printed:
      'einheit|me|eh|unite|unidad|ud|unita|um|u m|eenheid|unidade|un|jednostka|jm|j m|mj|jednotka|mertekegyseg|me egys',
  },
  {
    id: 'item-unit-price',
    kind: 'amount',
    asked:
      'unit price|price per unit|price|price each|net price per unit|item price|rate|unit cost|unit net price|cost|each|net price',
    printed:
      'einzelpreis|stuckpreis|preis einheit|preis|e preis|ep|einheitspreis|preis pro einheit|preis je einheit|netto preis|preis einheit|einzel|preis stk|vk preis|einzelpreis netto|prix unitaire|pu|p u|prix unit|pu ht|p u ht|prix u|prix unitaire ht|prix|precio unitario|precio|p unit|importe unitario|prezzo unitario|prezzo|prezzo unit|p unitario|stukprijs|prijs|eenheidsprijs|prijs per stuk|preco unitario|preco|pr unitario|preco unit|valor unitario|p unit|cena jednostkowa|cena|cena netto|cena jedn|cena za jednotku|jednotkova cena|cena za mj|cena mj|egysegar|netto egysegar|unit price|unit cost|price unit|rate|price each|list price|price net|net unit price|unit net',
  },
  {
    id: 'item-amount',
    kind: 'amount',
    asked:
      'amount|line total|line amount|sum|total|total price|net amount|line net amount|item total|total amount|value|subtotal|extended price|net total|line sum',
    printed:
      'betrag|gesamt|gesamtpreis|summe|entgelt|g preis|gp|netto|nettobetrag|wert|gesamt netto|positionsbetrag|gesamtbetrag|total|montant|total ht|montant ht|prix total|importe|total linea|importo|totale|bedrag|totaal|regeltotaal|valor|valor total|wartosc|wartosc netto|kwota|razem|celkem|castka|cena celkem|celkem bez dph|ertek|netto ertek|osszeg|osszesen|netto osszeg|amount|line total|total price|ext price|extended|net amount|net price|net value|amount net|subtotal|price|total amount|value',
    weak: 'price|preis|prix|precio|netto|net|value|brutto|gross',
  },
  {
    id: 'item-position',
    kind: 'identifier',
    asked: 'position|line number|item number|pos|row number|line|number of the line|line no',
    printed:
      'pos|position|lfd number|lfd nr|ligne|linea|riga|regel|lp|poradi|sorszam|sl number|s number|sr number|line',
  },
  {
    id: 'item-code',
    kind: 'identifier',
    asked:
      'item code|article number|sku|product code|part number|item id|product id|seller item number|article code|product number|gtin|ean',
    printed:
      'artikelnummer|artikel nr|art nr|art number|bestellnummer|produktnummer|reference|ref|code article|code produit|referencia|codigo|codice|cod|codice articolo|artikelcode|kod|kod towaru|katalogove cislo|kod|cikkszam|item number|item code|sku|part number|product code|code|ean|gtin|hsn|hsn sac|hsn code',
  },
  {
    id: 'item-tax-rate',
    kind: 'percent',
    asked: 'vat rate|tax rate|tax percent|vat percent|vat|tax|vat rate percent|vat rate in percent',
    printed:
      'mwst|ust|mwst percent|ust percent|mwst satz|steuersatz|steuer|tva|taux tva|tva percent|iva|iva percent|aliquota|btw|btw percent|stawka vat|vat percent|dph|dph percent|sazba|afa|afa kulcs|afa percent|gst|gst percent|tax percent|percent',
  },
  {
    id: 'item-discount',
    kind: 'amount',
    asked: 'discount|line discount|discount percent|rebate',
    printed: 'rabatt|remise|descuento|dto|sconto|korting|desconto|rabat|sleva|kedvezmeny|disc|discount',
  },
];
