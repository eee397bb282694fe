import type { Concept } from './concept';

/** Whom to ask, what to quote and how it is sent: the smaller print in the head and foot of business papers. */
export const REFERENCE_CONCEPTS: readonly Concept[] = [
  {
    id: 'order-date',
    kind: 'date',
    asked:
      'order date|date of order|date of the order|purchase order date|po date|date of the customer order|order placed|date ordered',
    printed:
      'bestelldatum|auftragsdatum|bestellung vom|bestellt am|date de commande|date commande|commande du|fecha de pedido|fecha pedido|fecha del pedido|data ordine|data dell ordine|orderdatum|besteldatum|data zamowienia|datum objednavky|rendeles datuma|ordered on|order placed|order placed on',
    weak: 'date|datum|fecha|data',
  },
  {
    id: 'confirmation-date',
    kind: 'date',
    asked: 'confirmation date|date of the confirmation|date of the order confirmation',
    printed: 'bestatigungsdatum|date de confirmation|fecha de confirmacion|data conferma|bevestigingsdatum',
    weak: 'date|datum|fecha|data',
  },
  {
    id: 'confirmation-number',
    kind: 'identifier',
    asked:
      'order confirmation number|number of the order confirmation|order confirmation|confirmation number|acknowledgement number',
    printed:
      'auftragsbestatigung|auftragsbestatigung nr|ab nr|confirmation de commande|accuse de reception|confirmacion de pedido|conferma ordine|conferma d ordine|orderbevestiging|potwierdzenie zamowienia|order acknowledgement|bestatigungsnummer|numero de confirmation|numero de confirmacion|numero di conferma|bevestigingsnummer|numero de confirmacao',
    weak: 'localizador|buchungsnummer|buchungscode|reservierungsnummer|booking reference|booking number|booking code|reservation number|numero de reserva|numero de reservation|codice prenotazione|numero prenotazione|reserveringsnummer|boekingsnummer|reference',
    shares: ['booking-reference'],
  },
  {
    id: 'quote-number',
    kind: 'identifier',
    asked: 'quote number|quotation number|offer number|estimate number|quote id|proposal number',
    printed:
      'angebotsnummer|angebot nr|angebot|offerte nr|offertnummer|devis number|devis|numero de devis|presupuesto number|presupuesto|preventivo number|preventivo|offertenummer|offerte|oferta number|nabidka cislo|quote|quotation|estimate no|proposal no',
  },
  {
    id: 'your-reference',
    kind: 'text',
    asked: 'your reference|customer reference|buyer reference|client reference|reference of the customer|your ref',
    printed:
      'ihre referenz|ihr zeichen|ihre zeichen|ihre ref|kundenreferenz|referenz kunde|leitweg id|votre reference|v ref|vos references|votre ref|vos ref|reference client|ref client|su referencia|s ref|referencia cliente|vostro riferimento|vs rif|rif cliente|uw referentie|uw kenmerk|uw ref|your ref|customer ref|cust ref|client ref',
  },
  {
    id: 'our-reference',
    kind: 'text',
    asked: 'our reference|seller reference|internal reference|our ref|file reference',
    printed:
      'unsere referenz|unser zeichen|unsere zeichen|unsere ref|notre reference|n ref|nos references|nos ref|nuestra referencia|n ref|nostro riferimento|ns rif|onze referentie|ons kenmerk|onze ref|our ref',
  },
  {
    id: 'case-number',
    kind: 'identifier',
    asked:
      'case number|file number|claim number|case id|reference number|job reference|job number|project number|case reference',
    printed:
      'aktenzeichen|geschaftszeichen|vorgangsnummer|vorgang|schadennummer|numero de dossier|dossier|numero de sinistre|numero de expediente|expediente|numero pratica|pratica|dossiernummer|zaaknummer|case no|claim no|file no|job no|job ref|project no|ref no',
    weak: 'reference|our ref|unser zeichen|notre reference|az',
  },
  {
    id: 'contact-person',
    kind: 'name',
    asked:
      'contact person|contact|contact name|clerk|clerk in charge|person in charge|account manager|sales representative|salesperson|sales rep|account executive',
    printed:
      'ansprechpartner|ansprechpartnerin|ihr ansprechpartner|ihre ansprechpartnerin|sachbearbeiter|sachbearbeiterin|bearbeiter|bearbeiterin|kontakt|kontaktperson|kundenbetreuer|interlocuteur|votre interlocuteur|votre contact|suivi par|affaire suivie par|contacto|persona de contacto|comercial|referente|contatto|contactpersoon|behandeld door|osoba kontaktowa|opiekun|kontaktni osoba|vyrizuje|ugyintezo|contact|salesperson|sales rep|account manager|account exec|account executive|your contact|handled by',
    weak: 'buyer|attn|attention',
  },
  {
    id: 'buyer-contact',
    kind: 'name',
    party: 'buyer',
    asked:
      'attention|attn|contact at the customer|bill to contact|attention of|buyer contact person|customer contact|recipient contact|contact name of buyer',
    printed:
      'attn|attention|z hd|zu handen|zhd|a l attention de|attention de|a la atencion de|atencion|alla cortese attenzione|alla c a|c a|t a v|ter attentie van|k rukam',
  },
  {
    id: 'shipping-method',
    kind: 'text',
    asked: 'shipping method|method of shipment|delivery method|ship via|mode of shipment|shipment method|delivery type',
    printed:
      'versandart|versandweg|versand per|versand via|lieferart|mode d expedition|mode de livraison|mode de transport|forma de envio|metodo de envio|modo de envio|modalita di spedizione|spedizione a mezzo|verzendwijze|verzendmethode|leveringswijze|sposob dostawy|zpusob dopravy|zpusob doruceni|szallitasi mod|ship via|shipped via|shipping',
  },
  {
    id: 'delivery-terms',
    kind: 'text',
    asked: 'delivery terms|incoterms|incoterm|terms of delivery|freight terms|shipping terms',
    printed:
      'lieferbedingungen|lieferbedingung|lieferkonditionen|frachtkonditionen|conditions de livraison|condiciones de entrega|resa|porto|condizioni di consegna|leveringsvoorwaarden|leveringsconditie|warunki dostawy|dodaci podminky|incoterms 2020|fob',
  },
  {
    id: 'company-number',
    kind: 'identifier',
    party: 'seller',
    asked:
      'company number|registered company number|company registration number|commercial register number|commercial register|chamber of commerce number|trade register number|siret|siren|kvk number|registration number of the company',
    printed:
      'handelsregister|handelsregisternummer|registernummer|amtsgericht|registergericht|hrb|hrb nr|hra|firmenbuchnummer|fn|siret|siret number|siren|rcs|r c s|registro mercantil|rea|numero rea|kvk|kvk number|kvk nummer|kamer van koophandel|krs|company no|company number|co reg|co reg no|company reg|company reg no|registered number|registered in england|reg no|cegjegyzekszam|business number|abn|acn',
  },
  {
    id: 'managing-director',
    kind: 'name',
    asked: 'managing director|director|chief executive|ceo|general manager|owner of the company|proprietor',
    printed:
      'geschaftsfuhrer|geschaftsfuhrerin|geschaftsfuhrung|vertreten durch|inhaber|inhaberin|vorstand|gerant|gerante|president|administrador|gerente|amministratore|amministratore unico|bestuurder|directeur|prezes|jednatel|managing director|director|ceo|owner|proprietor',
  },
  {
    id: 'account-number',
    kind: 'identifier',
    asked:
      'account number|account no|bank account number|depot number|securities account number|custody account number|customer account number|account id|account code|account',
    printed:
      'kontonummer|konto nr|konto|depotnummer|depot nr|depotkonto|depot|vertragskonto|vertragskontonummer|numero de compte|compte number|compte|compte titres|compte titres number|numero de cuenta|cuenta|cuenta de valores|numero di conto|conto|conto titoli|dossier titoli|rekeningnummer|rekening|effectenrekening|numer rachunku|rachunek|cislo uctu|szamlaszam|account no|a c no|acct|account',
    weak: 'kundennummer|customer number',
  },
  {
    id: 'bank-code',
    kind: 'identifier',
    asked: 'sort code|bank sort code|routing number|bank code|aba routing number|bank routing number|bsb',
    printed:
      'blz|bankleitzahl|sort code|routing number|aba|aba number|clearing number|bc number|code banque|codigo banco|abi|bsb|transit number',
  },
  {
    id: 'policy-number',
    kind: 'identifier',
    asked: 'policy number|insurance policy number|policy id|insurance number|policy no',
    printed:
      'versicherungsnummer|versicherungsschein|versicherungsscheinnummer|policennummer|police|numero de police|numero de contrat|poliza|numero de poliza|polizza|numero polizza|polisnummer|numer polisy|cislo smlouvy|policy no',
  },
];
