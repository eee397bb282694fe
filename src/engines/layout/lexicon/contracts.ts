import type { Concept } from './concept';

/** Agreements and advertising orders. */
export const CONTRACT_CONCEPTS: readonly Concept[] = [
  {
    id: 'advertiser-reference',
    kind: 'identifier',
    asked:
      'estimate number|alternative order number|alt order number|advertiser reference|advertiser code|agency reference|agency code|advertiser id|agency id',
    printed: '',
  },
  {
    id: 'advertiser',
    kind: 'name',
    asked: 'advertiser|advertiser name',
    printed: 'advertiser|werbekunde|annonceur|anunciante',
  },
  { id: 'agency', kind: 'name', asked: 'agency|agency name', printed: 'agency|agentur|agence' },
  {
    id: 'flight-from',
    kind: 'date',
    asked:
      'flight from|first day of the flight|flight start|contract start date|start date|period start|period from|statement period from|statement period start|billing period start|billing period from|service period start|first day of flight contract period|begin date|valid from',
    printed:
      'order flight|contract dates|flight dates|schedule dates|flight start|start date|flight|contract from|beginn|date de debut|fecha de inicio|start|from date|contract period|statement period|billing period|service period|abrechnungszeitraum|leistungszeitraum|zeitraum|periode|period|periode de facturation|periodo|periodo de facturacion|periodo di riferimento|periodo di fatturazione|facturatieperiode|periodo de faturacao|periodo de consumo|periodo faturado|flight start date|schedule dates|order flight',
  },
  {
    id: 'flight-to',
    kind: 'date',
    asked:
      'flight to|last day of the flight|flight end|contract end date|end date|period end|period to|statement period to|statement period end|billing period end|billing period to|service period end|last day of flight contract period|valid to|valid until|expiry date',
    takes: 'last',
    printed:
      'order flight|contract dates|flight dates|schedule dates|contract period|statement period|billing period|service period|abrechnungszeitraum|leistungszeitraum|zeitraum|periode|period|periode de facturation|periodo|periodo de facturacion|periodo di riferimento|periodo di fatturazione|facturatieperiode|periodo de faturacao|periodo de consumo|periodo faturado|flight end|end date|contract to|ende|date de fin|fecha de fin|end|to date|flight end date',
  },
  {
    id: 'effective-date',
    kind: 'date',
    asked: 'effective date|date the agreement takes effect|agreement date|date of agreement|commencement date',
    printed: 'effective date|inkrafttreten|date d effet|vertragsbeginn|dated as of|effective as of',
  },
  {
    id: 'governing-law',
    kind: 'name',
    asked: 'jurisdiction|governing law|state or country whose law governs the agreement|applicable law',
    printed: 'governing law|jurisdiction|anwendbares recht|droit applicable|ley aplicable',
  },
  {
    id: 'court-venue',
    kind: 'name',
    asked:
      'court venue|place of jurisdiction|venue of jurisdiction|competent court|court of jurisdiction|jurisdiction court|place of venue|competent courts',
    printed: '',
  },
  {
    id: 'contract-parties',
    kind: 'name',
    asked: 'parties|names of the contracting parties|contracting parties|party',
    printed: 'parties|vertragsparteien|les parties|partes|parti',
  },
  {
    id: 'contract-term',
    kind: 'duration',
    asked: 'term|how long the agreement runs|duration|contract term|agreement term|period of agreement',
    printed: 'laufzeit|vertragslaufzeit|duree|duracion|durata|looptijd',
  },
  {
    id: 'notice-period',
    kind: 'duration',
    asked: 'notice period|notice period for termination|termination notice|period of notice',
    printed: 'kundigungsfrist|preavis|delai de preavis|plazo de preaviso|preavviso|opzegtermijn|notice period',
  },
  {
    id: 'product-advertised',
    kind: 'text',
    asked: 'product advertised|product|product name|advertised product|campaign|campaign name',
    printed: 'product|produkt|produit|producto|prodotto|campaign|kampagne|campagne|brand',
  },
];
