import type { Kind } from './kind';

/** Agreements and papers of law. */
export const AGREEMENT_KINDS: readonly Kind[] = [
  {
    id: 'contract',
    names:
      'contract|agreement|service agreement|services agreement|master agreement|framework agreement|purchase agreement|sales contract|license agreement|consulting agreement|settlement agreement|memorandum of understanding|letter of intent|addendum|amendment|vertrag|dienstleistungsvertrag|rahmenvertrag|kaufvertrag|werkvertrag|vereinbarung|lizenzvertrag|nachtrag|contrat|contrat de prestation|contrat de vente|accord|convention|avenant|contrato|contrato de servicios|contrato de compraventa|acuerdo|convenio|contratto|contratto di vendita|contratto di servizi|accordo|contract|overeenkomst|koopovereenkomst|dienstverleningsovereenkomst|umowa|smlouva',
    asked:
      'contracts|agreements|legal agreement|legal contract|vertrage|contrats|contratos|contratti|overeenkomsten|deed',
    proofs:
      'this agreement|the parties|hereinafter|hereinafter referred to as|hereto|hereof|herein|in witness whereof|governing law|now therefore|whereas|effective date|shall be governed by|entire agreement|termination|severability|indemnify|force majeure|disclosing party|receiving party|counterparts|executed as of|vertragspartner|vertragsparteien|vertragsgegenstand|nachfolgend|im folgenden|salvatorische klausel|gerichtsstand|schlussbestimmungen|vertragslaufzeit|kundigungsfrist|haftung|entre les soussignes|ci apres|les parties|il a ete convenu|objet du contrat|droit applicable|resiliation|reunidos|exponen|clausulas|las partes|en adelante|ley aplicable|tra le parti|premesso che|si conviene|di seguito|le parti|foro competente|recesso|ondergetekenden|hierna te noemen|partijen|komen overeen|toepasselijk recht|opzegging|in aanmerking nemende',
    usual:
      'party|parties|signature|signed|clause|article|section|obligations|date|parteien|unterschrift|paragraph|paragraphe|hereby|firma|firme|handtekening|representative|liability|confidentiality',
    shapes: ['prose'],
  },
  {
    id: 'nda',
    of: 'contract',
    names:
      'non disclosure agreement|nondisclosure agreement|confidentiality agreement|mutual non disclosure agreement|mutual confidentiality agreement|nda|secrecy agreement|geheimhaltungsvereinbarung|vertraulichkeitsvereinbarung|verschwiegenheitserklarung|geheimhaltungsvertrag|accord de confidentialite|accord de non divulgation|contrat de confidentialite|acuerdo de confidencialidad|contrato de confidencialidad|accordo di riservatezza|accordo di non divulgazione|geheimhoudingsovereenkomst|geheimhoudingsverklaring',
    asked:
      'confidential|confidential information|secret|secrecy|vertraulich|vertraulichkeit|ndas|confidentiality|geheimhaltung|confidentialite|confidencialidad|riservatezza|geheimhouding|mutual nda',
    proofs:
      'confidential information|disclosing party|receiving party|discloser|proprietary information|trade secrets|not disclose|evaluation material|vertrauliche informationen|offenlegende partei|empfangende partei|geschaftsgeheimnisse|informations confidentielles|partie divulgatrice|partie receptrice|informacion confidencial|parte reveladora|parte receptora|informazioni riservate|parte divulgante|parte ricevente|vertrouwelijke informatie|verstrekkende partij|ontvangende partij',
    usual:
      'agreement|effective date|governing law|term|recipient|representatives|purpose|vertrag|contrat|contrato|contratto|overeenkomst',
    shapes: ['prose'],
  },
  {
    id: 'lease',
    of: 'contract',
    names:
      'lease|lease agreement|rental agreement|tenancy agreement|rent agreement|sublease|leasing contract|leasing agreement|mietvertrag|wohnungsmietvertrag|untermietvertrag|pachtvertrag|gewerbemietvertrag|leasingvertrag|bail|contrat de bail|contrat de location|bail d habitation|contrato de arrendamiento|contrato de alquiler|contratto di locazione|contratto di affitto|huurovereenkomst|huurcontract',
    asked: 'renting|rental|rent|tenancy|mietvertrage|miete|location|alquiler|affitto|huur|leasing',
    proofs:
      'landlord|tenant|lessor|lessee|premises|monthly rent|security deposit|rent payable|vermieter|mieter|mietsache|kaltmiete|warmmiete|mietbeginn|kaution|mietzins|nebenkosten|bailleur|locataire|loyer|depot de garantie|charges locatives|arrendador|arrendatario|renta mensual|fianza|locatore|conduttore|canone|canone di locazione|deposito cauzionale|verhuurder|huurder|huurprijs|waarborgsom|gehuurde',
    usual: 'agreement|term|property|apartment|wohnung|wohnflache|logement|vivienda|immobile|woning|termination',
    shapes: ['prose'],
  },
  {
    id: 'employment-contract',
    of: 'contract',
    names:
      'employment contract|employment agreement|offer letter|contract of employment|job offer|arbeitsvertrag|anstellungsvertrag|ausbildungsvertrag|contrat de travail|contrat a duree indeterminee|cdi|contrato de trabajo|contrato laboral|contratto di lavoro|lettera di assunzione|arbeidsovereenkomst|arbeidscontract',
    asked: 'employment|labour contract|work contract|arbeitsvertrage',
    proofs:
      'employer|employee|probationary period|working hours|annual leave|notice period|job title|base salary|arbeitgeber|arbeitnehmer|probezeit|arbeitszeit|urlaubsanspruch|vergutung|tatigkeit|employeur|salarie|periode d essai|conges payes|empleador|trabajador|periodo de prueba|jornada|datore di lavoro|lavoratore|periodo di prova|ferie|werkgever|werknemer|proeftijd|vakantiedagen',
    usual: 'salary|agreement|position|start date|gehalt|salaire|salario|retribuzione|salaris|termination',
    shapes: ['prose'],
  },
  {
    id: 'terms',
    names:
      'terms and conditions|general terms|terms of service|terms of use|general terms and conditions|privacy policy|terms of delivery|privacy notice|allgemeine geschaftsbedingungen|agb|nutzungsbedingungen|datenschutzerklarung|datenschutzhinweise|widerrufsbelehrung|conditions generales|conditions generales de vente|politique de confidentialite|terminos y condiciones|condiciones generales|politica de privacidad|termini e condizioni|condizioni generali|informativa sulla privacy|algemene voorwaarden|privacyverklaring|leveringsvoorwaarden',
    asked: 'terms|conditions|legal terms|geschaftsbedingungen',
    proofs:
      'these terms|limitation of liability|personal data|cookies|data controller|right of withdrawal|retention of title|diese bedingungen|eigentumsvorbehalt|geltungsbereich|widerrufsrecht|personenbezogene daten|haftungsbeschrankung|presentes conditions|donnees personnelles|droit de retractation|las presentes condiciones|datos personales|le presenti condizioni|dati personali|deze voorwaarden|persoonsgegevens',
    usual:
      'customer|services|liability|jurisdiction|kunde|haftung|client|responsabilite|cliente|klant|shall|gerichtsstand',
    shapes: ['prose'],
  },
  {
    id: 'power-of-attorney',
    asked: 'authorised to act|authorized to act|authorises|authorizes|act on behalf|bevollmachtigt',
    names:
      'power of attorney|proxy|authorisation letter|authorization|mandate|vollmacht|procuration|mandat|poder notarial|poder|autorizacion|procura|delega|volmacht|machtiging',
    proofs:
      'hereby appoint|attorney in fact|hereby authorise|hereby authorize|bevollmachtige|bevollmachtigt|donne pouvoir|mandataire|otorga poder|apoderado|delego|delegato|gevolmachtigde|verleent volmacht',
    usual: 'signature|principal|agent|notary|unterschrift|date|notar',
  },
  {
    id: 'court',
    names:
      'judgment|judgement|court order|court decision|complaint|summons|subpoena|affidavit|writ|petition|motion|indictment|legal notice|urteil|beschluss|klage|klageschrift|ladung|mahnbescheid|eidesstattliche versicherung|jugement|arret|ordonnance|assignation|citation|sentencia|auto|demanda|citacion|sentenza|decreto|ordinanza|ricorso|atto di citazione|vonnis|beschikking|dagvaarding',
    asked: 'court|lawsuit|legal case|court documents|gericht|tribunal|juzgado|tribunale|rechtbank|litigation',
    proofs:
      'plaintiff|defendant|case number|docket|the court|honorable|respondent|petitioner|appellant|appellee|klager|beklagte|aktenzeichen|amtsgericht|landgericht|im namen des volkes|tatbestand|entscheidungsgrunde|demandeur|defendeur|tribunal judiciaire|cour d appel|demandante|demandado|juzgado|fallamos|attore|convenuto|eiser|gedaagde|rechtbank',
    usual: 'judge|counsel|attorney|law|hearing|richter|rechtsanwalt|juge|avocat|abogado|giudice|avvocato|rechter',
    shapes: ['prose'],
  },
  {
    id: 'bylaws',
    names:
      'bylaws|articles of association|articles of incorporation|statutes|commercial register extract|certificate of incorporation|satzung|gesellschaftsvertrag|handelsregisterauszug|statuts|extrait kbis|kbis|estatutos|escritura de constitucion|statuto|atto costitutivo|visura camerale|visura|statuten|uittreksel kamer van koophandel|company registration',
    asked: 'company documents|corporate documents|register extract|handelsregister',
    proofs:
      'share capital|shareholders|board of directors|registered office|stammkapital|gesellschafter|geschaftsfuhrer|sitz der gesellschaft|prokura|amtsgericht|capital social|associes|gerant|siege social|socios|administrador unico|domicilio social|soci|sede legale|capitale sociale|aandeelhouders|bestuurder|maatschappelijk kapitaal',
    usual: 'company|register|article|member|meeting|versammlung|assemblee|junta|assemblea|vergadering',
    shapes: ['prose'],
  },
];
