import type { Kind } from './kind';

/** Papers of banks, insurers, employers and the tax office. */
export const MONEY_KINDS: readonly Kind[] = [
  {
    id: 'bank-statement',
    names:
      'bank statement|account statement|statement of account|statement|checking account statement|current account statement|savings statement|monthly statement|kontoauszug|kontoubersicht|finanzstatus|umsatzubersicht|girokonto|releve de compte|releve bancaire|extrait de compte|extracto bancario|extracto de cuenta|extracto|estratto conto|estratto conto bancario|rekeningafschrift|bankafschrift|rekeningoverzicht|vypis z uctu|wyciag bankowy',
    asked:
      'account movements|kontobewegungen|bank account|bank transactions|account bookings|bookings|kontoumsatze|bankauszug|transactions bancaires|movimientos bancarios|movimenti bancari|banktransacties|transactions',
    proofs:
      'opening balance|closing balance|previous balance|beginning balance|ending balance|new balance|statement period|statement date|deposits|withdrawals|paid in|paid out|running balance|available balance|account summary|overdraft|anfangssaldo|endsaldo|alter kontostand|neuer kontostand|kontostand|saldo|buchungstag|wertstellung|buchungstext|auszug|auszugsnummer|verwendungszweck|begunstigter|zahlungspflichtiger|ancien solde|nouveau solde|solde|date operation|date valeur|libelle|saldo anterior|saldo inicial|saldo final|fecha valor|concepto|cargos|abonos|saldo iniziale|saldo finale|data valuta|addebiti|accrediti|beginsaldo|eindsaldo|saldo|bij af|rentedatum|tegenrekening|mededeling|counterparty|money in|money out|buchungsdatum|valutadatum|auftraggeber|saldo koncowe|saldo poczatkowe|soll haben|dare avere',
    usual:
      'date|description|amount|balance|iban|bic|account number|datum|betrag|wahrung|valuta|montant|importe|fecha|data|importo|bedrag|datum|currency|account|sort code|blz|konto|interest|fee|debit|credit|soll|haben|dare|avere',
    shapes: ['grid', 'sheet'],
  },
  {
    id: 'card-statement',
    of: 'bank-statement',
    names:
      'credit card statement|card statement|kreditkartenabrechnung|kreditkartenauszug|releve de carte|extracto de tarjeta|estratto conto carta|creditcardafschrift|creditcardoverzicht',
    proofs:
      'minimum payment|credit limit|card number|card ending|purchases|cash advances|payment due date|kreditrahmen|verfugungsrahmen|kartennummer|limite de credito|plafond|limiet|annual percentage rate|rewards',
    usual: 'previous balance|new balance|transactions|statement date|amount|abrechnungsdatum',
    shapes: ['grid'],
  },
  {
    id: 'securities-statement',
    of: 'bank-statement',
    names:
      'securities statement|brokerage statement|contract note|trade confirmation|securities settlement|depot statement|portfolio statement|securities purchase|securities sale|dividend statement|dividend notice|dividend confirmation|transaction confirmation|wertpapierabrechnung|wertpapierkauf|wertpapierverkauf|kaufabrechnung|verkaufsabrechnung|depotauszug|depotubersicht|dividendengutschrift|ertragsgutschrift|ertragnisgutschrift|wertpapier abrechnung|orderabrechnung|sammelabrechnung|avis d opere|avis d operation|releve de titres|coupon|estado de valores|confirmacion de operacion|liquidacion de valores|nota informativa|eseguito|conferma di esecuzione|dossier titoli|stacco dividendo|effectennota|beursnota|effectenoverzicht|dividendnota|borsenabrechnung',
    asked:
      'securities|broker|brokerage|broker statement|securities account|stocks|shares|stock purchase|stock trade|dividend|dividends|wertpapier|wertpapiere|depot|aktien|bourse|titres|valores|bolsa|titoli|borsa|effecten|beurs|portfolio|investment statement|trade|trades',
    proofs:
      'isin|wkn|wpknr|cusip|sedol|ticker|execution price|trade date|settlement date|shares|number of shares|nominal value|dividend per share|withholding tax|stock exchange|exchange fee|commission|brokerage|accrued interest|kurswert|ausfuhrungskurs|handelsplatz|schlusstag|handelstag|handelszeit|stuck|nennwert|kapitalertragsteuer|kapitalertragssteuer|solidaritatszuschlag|kirchensteuer|provision|borsenplatz|borsenplatzentgelt|depotnummer|depot|wertpapierbezeichnung|wertpapier|ausmachender betrag|maklercourtage|girosammelverwahrung|verwahrart|lagerstelle|endbetrag|cours execute|quantite|montant brut|frais de courtage|courtage|lieu d execution|code isin|achat comptant|vente comptant|bolsa|titulos|corretaje|titoli|quantita|prezzo di esecuzione|borsa italiana|commissioni|ritenuta|beurskoers|uitvoeringskoers|effecten|aantal stukken|ordernummer|provisie|quantity executed|limit price|ex date|pay date|record date',
    usual:
      'order number|price|net amount|gross amount|account|valuta|datum|konto|iban|charges|fee|tax|total|kunde|devisenkurs|kurs|cours|valeur',
  },
  {
    id: 'payslip',
    names:
      'payslip|pay slip|pay stub|paystub|salary slip|salary statement|wage slip|earnings statement|payroll|gehaltsabrechnung|lohnabrechnung|entgeltabrechnung|verdienstabrechnung|lohnzettel|bezugemitteilung|gehaltsnachweis|verdienstbescheinigung|abrechnung der brutto netto bezuge|bulletin de paie|bulletin de salaire|fiche de paie|nomina|recibo de nomina|recibo de salarios|busta paga|cedolino|cedolino paga|prospetto paga|loonstrook|salarisstrook|loonbriefje|salarisspecificatie',
    asked: 'earned|earns|earnings|employee earns|salary|wages|gehalt|lohn|salaire|salario|stipendio|salaris|loon',
    proofs:
      'gross pay|net pay|gross salary|net salary|pay period|pay date|employee id|employee number|national insurance|tax code|year to date|ytd|deductions|earnings|overtime|social security|withholding|bruttolohn|nettolohn|bruttogehalt|auszahlungsbetrag|gesamtbrutto|steuerbrutto|gesetzliches netto|lohnsteuer|steuerklasse|sozialversicherung|rentenversicherung|krankenversicherung|arbeitslosenversicherung|pflegeversicherung|personalnummer|kinderfreibetrage|salaire brut|salaire net|net imposable|cotisations|net a payer avant impot|matricule|urssaf|salario bruto|salario base|liquido a percibir|devengos|deducciones|seguridad social|irpf|retribuzione|netto in busta|trattenute|competenze|inps|irpef|brutoloon|nettoloon|loonheffing|vakantiegeld|loonheffingskorting|personeelsnummer',
    usual:
      'employee|employer|month|hours|rate|tax|mitarbeiter|monat|stunden|employe|empleado|dipendente|werknemer|werkgever|iban',
  },
  {
    id: 'tax',
    names:
      'tax return|tax assessment|income tax return|tax form|tax notice|tax certificate|vat return|property tax bill|steuererklarung|steuerbescheid|einkommensteuererklarung|einkommensteuerbescheid|steuerbescheinigung|lohnsteuerbescheinigung|umsatzsteuervoranmeldung|jahressteuerbescheinigung|grundsteuerbescheid|gewerbesteuerbescheid|declaration de revenus|declaration d impots|avis d imposition|avis d impot|taxe fonciere|declaracion de la renta|declaracion de impuestos|impuesto sobre la renta|dichiarazione dei redditi|modello 730|modello unico|certificazione unica|avviso di accertamento|belastingaangifte|aangifte inkomstenbelasting|belastingaanslag|aanslagbiljet|jaaropgave|form w 2|w 2|form 1040|1099',
    asked: 'tax|taxes|tax document|steuer|steuern|impot|impots|impuestos|tasse|belasting|fiscal',
    proofs:
      'taxable income|tax year|taxpayer|adjusted gross income|tax owed|internal revenue service|irs|hmrc|filing status|finanzamt|steueridentifikationsnummer|identifikationsnummer|zu versteuerndes einkommen|festgesetzt|festsetzung|veranlagungszeitraum|einspruch|rechtsbehelfsbelehrung|revenu imposable|revenu fiscal|direction generale des finances publiques|numero fiscal|agencia tributaria|ejercicio fiscal|contribuyente|agenzia delle entrate|contribuente|reddito|imposta|belastingdienst|belastbaar inkomen|aanslagnummer|tax withheld|wages tips',
    usual: 'income|tax|refund|einkommen|steuer|nachzahlung|erstattung|deduction|social security number',
  },
  {
    id: 'insurance',
    names:
      'insurance policy|insurance certificate|certificate of insurance|policy schedule|insurance contract|insurance card|policy document|insurance|versicherungsschein|versicherungspolice|versicherungsvertrag|versicherungsbestatigung|versicherungsnachweis|police d assurance|attestation d assurance|contrat d assurance|poliza de seguro|poliza|certificado de seguro|polizza|polizza assicurativa|certificato di assicurazione|verzekeringspolis|polisblad|verzekeringsbewijs|policy',
    asked:
      'insurance|insurances|insurance papers|versicherung|versicherungen|assurance|assurances|seguro|seguros|assicurazione|verzekering',
    proofs:
      'policy number|policyholder|policy holder|sum insured|insured|insurer|premium|deductible|coverage|period of insurance|excess|limit of liability|beneficiary|underwriter|versicherungsnehmer|versicherungsscheinnummer|versicherungssumme|versicherer|versicherungsbeginn|beitrag|selbstbeteiligung|deckung|deckungssumme|versicherte person|preneur d assurance|numero de police|assure|assureur|prime|garanties|franchise|tomador|asegurado|numero de poliza|prima|coberturas|franquicia|contraente|assicurato|numero polizza|premio|massimale|copertura|verzekeringnemer|verzekerde|polisnummer|premie|eigen risico|dekking',
    usual: 'start date|end date|annual|vehicle|liability|haftpflicht|responsabilite civile|aansprakelijkheid|terms',
  },
  {
    id: 'insurance-claim',
    of: 'insurance',
    names:
      'claim form|insurance claim|notice of loss|accident report|damage report|claim|schadensmeldung|schadenanzeige|schadensanzeige|unfallbericht|europaischer unfallbericht|declaration de sinistre|constat amiable|parte de accidente|declaracion de siniestro|denuncia di sinistro|constatazione amichevole|schadeaangifte|schadeformulier|schademelding',
    proofs:
      'claim number|date of loss|date of accident|claimant|description of damage|witnesses|schadennummer|schadentag|schadenhergang|unfallgegner|geschadigter|numero de sinistre|date du sinistre|circonstances|fecha del siniestro|numero de siniestro|danni|data del sinistro|schadenummer|schadedatum|toedracht',
    usual:
      'policy number|insured|driver|vehicle|police|versicherungsnehmer|fahrer|conducteur|conductor|conducente|bestuurder',
    shapes: ['blanks'],
  },
  {
    id: 'loan',
    names:
      'loan agreement|credit agreement|mortgage|mortgage statement|loan statement|promissory note|darlehensvertrag|kreditvertrag|hypothek|tilgungsplan|contrat de pret|offre de pret|tableau d amortissement|contrato de prestamo|hipoteca|contratto di mutuo|mutuo|piano di ammortamento|leningsovereenkomst|hypotheek|kredietovereenkomst',
    asked: 'loan|loans|credit|kredit|darlehen|pret|prestamo|prestito|lening',
    proofs:
      'borrower|lender|principal|interest rate|loan amount|repayment|amortization|instalment|collateral|darlehensnehmer|darlehensgeber|zinssatz|tilgung|sollzins|effektiver jahreszins|emprunteur|preteur|taux d interet|mensualite|prestatario|prestamista|tipo de interes|mutuatario|tasso di interesse|kredietnemer|rentepercentage|aflossing',
    usual: 'monthly payment|term|balance|rate|laufzeit|duree|plazo|durata|looptijd',
  },
  {
    id: 'payment-advice',
    names:
      'payment advice|remittance advice|payment confirmation|transfer confirmation|wire transfer|bank transfer|standing order|direct debit mandate|zahlungsavis|uberweisung|uberweisungsbeleg|zahlungsbestatigung|sepa lastschriftmandat|lastschriftmandat|avis de paiement|avis de virement|ordre de virement|mandat de prelevement|justificante de pago|transferencia|orden de transferencia|contabile bonifico|bonifico|bonifico bancario|betalingsbewijs|overschrijving|machtiging',
    proofs:
      'remittance|payee|payer|transfer amount|beneficiary|paid by|mandate reference|creditor identifier|empfanger|zahlungsempfanger|mandatsreferenz|glaubiger|beneficiaire|donneur d ordre|reference unique du mandat|ordenante|beneficiario|ordinante|begunstigde|incassant',
    usual: 'iban|bic|amount|date|reference|betrag|verwendungszweck|montant|importe|importo|bedrag',
  },
  {
    id: 'cheque',
    names: 'cheque|check|bank check|scheck|verrechnungsscheck|assegno|talon',
    proofs:
      'pay to the order of|pay against this cheque|zahlen sie gegen diesen scheck|payez contre ce cheque|paguese por este cheque|pagate per questo assegno|routing number',
    usual: 'dollars|memo|date|signature|bank',
  },
  {
    id: 'financial-report',
    of: 'report',
    names:
      'annual report|financial statements|financial report|balance sheet|income statement|profit and loss|cash flow statement|quarterly report|budget|trial balance|jahresabschluss|geschaftsbericht|bilanz|gewinn und verlustrechnung|quartalsbericht|haushaltsplan|rapport annuel|bilan|compte de resultat|etats financiers|informe anual|balance general|cuenta de resultados|estados financieros|bilancio|bilancio d esercizio|conto economico|relazione annuale|jaarrekening|jaarverslag|winst en verliesrekening|balans',
    asked: 'financials|accounts|finance report|finanzbericht|betriebswirtschaftliche auswertung',
    proofs:
      'total assets|total liabilities|shareholders equity|stockholders equity|retained earnings|net income|operating income|ebitda|depreciation|current assets|cash flows|aktiva|passiva|anlagevermogen|umlaufvermogen|eigenkapital|ruckstellungen|verbindlichkeiten|umsatzerlose|jahresuberschuss|actif|passif|capitaux propres|chiffre d affaires|resultat net|activo|pasivo|patrimonio neto|attivo|passivo|patrimonio netto|ricavi|activa|passiva|eigen vermogen|omzet',
    usual: 'total|revenue|expenses|assets|liabilities|aufwand|ertrag|fiscal year|geschaftsjahr|exercice|note',
    shapes: ['grid'],
  },
  {
    id: 'expense-report',
    asked: 'expense|spent|spending|reimbursement|reimburse|auslagen|spesen|frais|gastos|spese|onkosten',
    names:
      'expense report|expense claim|travel expenses|expense sheet|expenses|reisekostenabrechnung|spesenabrechnung|auslagenerstattung|note de frais|notes de frais|nota de gastos|hoja de gastos|liquidacion de gastos|nota spese|rimborso spese|onkostennota|declaratieformulier|onkostendeclaratie',
    proofs:
      'mileage|per diem|reimbursement|purpose of trip|business purpose|total expenses|verpflegungsmehraufwand|tagegeld|kilometergeld|reisezweck|erstattungsbetrag|frais kilometriques|remboursement|kilometraje|dietas|chilometri|rimborso|kilometervergoeding|expense category',
    usual: 'employee|date|amount|category|total|lodging|meals|travel|hotel|taxi|merchant',
    shapes: ['grid', 'sheet'],
  },
  {
    id: 'timesheet',
    names:
      'timesheet|time sheet|time record|working time record|stundenzettel|arbeitszeitnachweis|stundennachweis|zeiterfassung|feuille de temps|feuille d heures|releve d heures|hoja de horas|parte de horas|registro horario|foglio ore|foglio presenze|urenstaat|urenregistratie|urenbriefje',
    proofs:
      'hours worked|total hours|clock in|clock out|overtime hours|break|arbeitsstunden|uberstunden|arbeitsbeginn|arbeitsende|heures travaillees|horas trabajadas|ore lavorate|gewerkte uren|week ending',
    usual: 'employee|monday|tuesday|wednesday|project|date|montag|dienstag|lundi|lunes|lunedi|maandag|supervisor',
    shapes: ['grid'],
  },
];
