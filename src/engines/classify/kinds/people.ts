import type { Kind } from './kind';

/** Papers about people, and what people write to each other. */
export const PEOPLE_KINDS: readonly Kind[] = [
  {
    id: 'cv',
    names: 'curriculum vitae|resume|cv|lebenslauf|tabellarischer lebenslauf|hoja de vida|curriculo|levensloop|europass',
    asked:
      'curriculum|curricula|resumes|cvs|job application|applicant profile|candidate profile|bewerbung|bewerbungsunterlagen|candidature|candidatura|sollicitatie|life record',
    proofs:
      'work experience|professional experience|employment history|work history|education|skills|references available|career objective|professional summary|objective|languages|certifications|technical skills|hobbies|interests|bar admissions|berufserfahrung|beruflicher werdegang|ausbildung|schulbildung|studium|kenntnisse|sprachkenntnisse|personliche daten|edv kenntnisse|interessen|experience professionnelle|experiences professionnelles|formation|competences|centres d interet|langues|experiencia laboral|experiencia profesional|formacion academica|habilidades|idiomas|datos personales|esperienza lavorativa|esperienze professionali|istruzione e formazione|competenze|lingue|dati personali|werkervaring|opleiding|opleidingen|vaardigheden|talen|persoonlijke gegevens|volunteer experience|publications|honors',
    usual:
      'university|bachelor|master|degree|born|nationality|present|email|phone|linkedin|universitat|geboren|universite|universidad|universita|universiteit|manager|engineer|assistant|school|college',
  },
  {
    id: 'letter',
    names:
      'letter|cover letter|business letter|notice letter|brief|anschreiben|schreiben|kundigung|kundigungsschreiben|lettre|courrier|lettre de motivation|carta|carta de presentacion|lettera|lettera di presentazione|motivatiebrief|recommendation letter|complaint letter',
    asked:
      'letters|correspondence|written correspondence|korrespondenz|briefe|correspondance|correspondencia|corrispondenza|correspondentie',
    proofs:
      'dear sir|dear madam|dear sir or madam|dear mr|dear ms|dear mrs|dear|to whom it may concern|yours sincerely|yours faithfully|sincerely|kind regards|best regards|sehr geehrte|sehr geehrter|sehr geehrte damen und herren|mit freundlichen grussen|mit freundlichem gruss|hochachtungsvoll|liebe|cher|chere|madame monsieur|cordialement|veuillez agreer|salutations distinguees|estimado|estimada|estimados senores|atentamente|un cordial saludo|egregio|gentile|spettabile|distinti saluti|cordiali saluti|geachte|met vriendelijke groet|hoogachtend|beste',
    usual:
      'regarding|betreff|objet|asunto|oggetto|betreft|enclosure|anlage|enclosed|piece jointe|signature|your letter|our reference|ihr zeichen|unser zeichen',
  },
  {
    id: 'email',
    isFormat: true,
    names:
      'email|e mail|electronic mail|mail message|courriel|correo electronico|posta elettronica|messaggio di posta|emailbericht|mail',
    asked: 'emails|e mails|mails|mail messages|email messages|email correspondence|inbox|newsletter mail',
    proofs:
      'forwarded message|original message|sent from my|unsubscribe|view in browser|ursprungliche nachricht|weitergeleitete nachricht|von meinem iphone gesendet|message transfere|message d origine|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|abmelden|se desinscrire',
    usual: 'subject|sent|cc|bcc|reply|betreff|gesendet|envoye|objet|enviado|asunto|inviato|oggetto|verzonden|onderwerp',
    shapes: ['mail'],
  },
  {
    id: 'memo',
    names:
      'memo|memorandum|interoffice memo|office memorandum|internal memo|fax|fax cover sheet|facsimile|telefax|aktennotiz|aktenvermerk|hausmitteilung|vermerk|note de service|note interne|telecopie|memorando|nota interna|promemoria|comunicazione interna|dienstmededeling',
    asked: 'memos|internal note|notes',
    proofs:
      'interoffice|inter office correspondence|number of pages including cover|including cover page|pages including cover|this facsimile|facsimile|fax to|routing|cc|distribution|verteiler|please call if|fax number|to from date subject',
    usual: 'from|date|subject|von|an|datum|betreff|objet|asunto|oggetto|onderwerp|re',
  },
  {
    id: 'minutes',
    names:
      'minutes|meeting minutes|minutes of the meeting|agenda|protocol|sitzungsprotokoll|protokoll|besprechungsprotokoll|tagesordnung|ergebnisprotokoll|compte rendu|proces verbal|ordre du jour|acta|acta de reunion|orden del dia|verbale|verbale di riunione|ordine del giorno|notulen|vergaderverslag|agendapunten',
    asked: 'meeting notes|meetings',
    proofs:
      'attendees|apologies|action items|chair|next meeting|meeting adjourned|motion carried|teilnehmer|anwesend|entschuldigt|top 1|beschlusse|nachste sitzung|protokollfuhrer|presents|absents|prochaine reunion|asistentes|proxima reunion|presenti|assenti|prossima riunione|aanwezig|afwezig|volgende vergadering',
    usual: 'meeting|date|time|place|sitzung|besprechung|reunion|riunione|vergadering|agenda',
  },
  {
    id: 'form',
    names:
      'form|application form|registration form|questionnaire|survey|request form|enrollment form|enrolment form|application|membership application|declaration form|formular|antrag|antragsformular|anmeldeformular|anmeldung|fragebogen|aufnahmeantrag|mitgliedsantrag|beitrittserklarung|formulaire|demande|bulletin d inscription|formulaire de demande|questionnaire|formulario|solicitud|hoja de inscripcion|cuestionario|modulo|domanda|modulo di iscrizione|modulo di richiesta|questionario|formulier|aanvraagformulier|inschrijfformulier|vragenlijst|aanvraag|authorization form|report form|data sheet form|record form',
    asked:
      'forms|form to fill in|filled form|filled in form|fill in form|formulare|formulaires|formularios|moduli|formulieren|applications|ausgefulltes formular',
    proofs:
      'please print|please complete|please fill in|fill in|for office use only|office use only|check one|check all that apply|tick the box|please tick|signature of applicant|applicant|date of birth|please type or print|attach additional sheets|bitte ausfullen|bitte ankreuzen|zutreffendes ankreuzen|zutreffendes bitte ankreuzen|nur fur interne|wird vom amt ausgefullt|antragsteller|geburtsdatum|a remplir|cocher|cochez|reserve a l administration|demandeur|date de naissance|marque con una|rellenar|a rellenar|solicitante|fecha de nacimiento|uso interno|barrare|da compilare|compilare|richiedente|data di nascita|aankruisen|in te vullen|aanvrager|geboortedatum|requested by|approved by|submitted by|prepared by|date submitted|originator|reported by|completed by',
    usual:
      'name|address|telephone|signature|date|yes|no|city|state|zip|first name|last name|vorname|nachname|strasse|unterschrift|ort datum|nom|prenom|adresse|apellidos|nombre|firma|cognome|nome|naam|voornaam|handtekening|fax|department|title|comments|phone',
    shapes: ['blanks', 'labels'],
  },
  {
    id: 'id-document',
    names:
      'identity card|id card|identification card|national identity card|passport|driving licence|driver license|drivers license|driver s license|residence permit|visa|personalausweis|reisepass|fuhrerschein|aufenthaltstitel|ausweis|carte d identite|carte nationale d identite|passeport|permis de conduire|titre de sejour|documento nacional de identidad|dni|pasaporte|permiso de conducir|carnet de conducir|carta d identita|passaporto|patente di guida|permesso di soggiorno|identiteitskaart|paspoort|rijbewijs|verblijfsvergunning',
    asked:
      'id|identity|id document|identity document|identification|ids|proof of identity|ausweisdokument|piece d identite|documento de identidad|documento di identita|identiteitsbewijs',
    proofs:
      'nationality|place of birth|date of issue|date of expiry|surname|given names|authority|holder s signature|sex|height|eyes|class|endorsements|staatsangehorigkeit|geburtsort|gultig bis|ausstellende behorde|augenfarbe|nationalite|lieu de naissance|date d expiration|nacionalidad|lugar de nacimiento|fecha de caducidad|cittadinanza|luogo di nascita|data di scadenza|nationaliteit|geboorteplaats|geldig tot|p<',
    usual:
      'date of birth|name|number|address|geburtsdatum|date de naissance|fecha de nacimiento|data di nascita|geboortedatum|signature',
  },
  {
    id: 'certificate',
    names:
      'certificate|diploma|degree certificate|birth certificate|marriage certificate|death certificate|certificate of completion|reference letter|school report|report card|transcript|academic transcript|award|zertifikat|urkunde|zeugnis|arbeitszeugnis|geburtsurkunde|heiratsurkunde|bescheinigung|abschlusszeugnis|teilnahmebescheinigung|certificat|diplome|acte de naissance|acte de mariage|attestation|releve de notes|bulletin scolaire|certificado|titulo|diploma|acta de nacimiento|partida de nacimiento|expediente academico|certificato|attestato|atto di nascita|pagella|certificaat|getuigschrift|geboorteakte|cijferlijst|verklaring',
    asked: 'certificates|diplomas|grades|zeugnisse|school certificate',
    proofs:
      'this is to certify|hereby certifies|hereby certify|has successfully completed|is awarded|in recognition of|conferred|grade point average|gpa|hat erfolgreich|wird hiermit bescheinigt|hiermit wird bescheinigt|es wird bescheinigt|notendurchschnitt|standesamt|certifie que|atteste que|a obtenu|certifica que|ha superado|certifica che|si attesta|ha conseguito|verklaart dat|heeft met goed gevolg',
    usual:
      'date|signature|university|school|name|course|grade|registrar|unterschrift|schule|ecole|escuela|scuola|school',
  },
  {
    id: 'vehicle',
    names:
      'vehicle registration|registration certificate|vehicle title|vehicle registration certificate|vehicle inspection report|service record|fahrzeugschein|fahrzeugbrief|zulassungsbescheinigung|kfz schein|prufbericht hauptuntersuchung|hu bericht|carte grise|certificat d immatriculation|controle technique|permiso de circulacion|ficha tecnica|tarjeta itv|carta di circolazione|libretto di circolazione|kentekenbewijs|kentekencard|apk keuringsrapport',
    asked:
      'vehicle|vehicles|car|cars|fleet|fahrzeug|fahrzeuge|kfz|fuhrpark|vehicule|vehicules|vehiculo|vehiculos|veicolo|veicoli|voertuig|voertuigen|car papers',
    proofs:
      'vin|vehicle identification number|licence plate|license plate|registration number|first registration|odometer|mileage|chassis number|engine capacity|make and model|fahrzeug identifizierungsnummer|kennzeichen|amtliches kennzeichen|erstzulassung|fahrzeughalter|kilometerstand|hubraum|hauptuntersuchung|numero d immatriculation|premiere immatriculation|kilometrage|puissance fiscale|matricula|bastidor|kilometraje|targa|telaio|immatricolazione|kenteken|chassisnummer|kilometerstand|meldcode',
    usual: 'make|model|colour|owner|fuel|marke|modell|halter|farbe|kraftstoff|marque|modele|marca|modelo|modello|merk',
  },
  {
    id: 'medical',
    names:
      'medical report|doctor s letter|discharge summary|lab report|laboratory report|test results|blood test|medical certificate|sick note|medical record|patient record|referral|radiology report|pathology report|vaccination certificate|vaccination record|arztbrief|arztbericht|befund|befundbericht|laborbefund|entlassungsbrief|entlassungsbericht|arbeitsunfahigkeitsbescheinigung|krankschreibung|uberweisungsschein|impfpass|impfausweis|compte rendu medical|certificat medical|arret de travail|resultats d analyses|analyses medicales|ordonnance medicale|carnet de vaccination|informe medico|informe de alta|parte de baja|resultados de laboratorio|analisis de sangre|referto|referto medico|certificato medico|esami del sangre|lettera di dimissione|medisch rapport|ontslagbrief|labuitslag|verwijsbrief|doktersverklaring',
    asked:
      'medical|health|health record|medical documents|clinical|arzt|medizin|medizinisch|medical findings|sante|salud|sanitario|gezondheid|hospital|klinik|krankenhaus',
    proofs:
      'patient|diagnosis|diagnoses|findings|impression|symptoms|medical history|treatment|reference range|specimen|physician|attending physician|blood pressure|haemoglobin|hemoglobin|allergies|medications|admission date|discharge date|diagnose|diagnosen|anamnese|befunde|therapie|beurteilung|referenzbereich|icd|icd 10|patientin|versicherte|krankenkasse|diagnostic|antecedents|traitement|valeurs de reference|paciente|diagnostico|tratamiento|antecedentes|valores de referencia|paziente|diagnosi|terapia|anamnesi|valori di riferimento|patient|diagnose|behandeling|referentiewaarden|voorgeschiedenis',
    usual:
      'date of birth|doctor|dr|clinic|hospital|date|age|sex|geburtsdatum|arzt|klinik|medecin|hopital|medico|ospedale|arts|ziekenhuis',
  },
  {
    id: 'prescription',
    of: 'medical',
    names:
      'prescription|medical prescription|rezept|verordnung|kassenrezept|ordonnance|receta medica|receta electronica|ricetta medica|ricetta bianca|recept|voorschrift',
    proofs:
      'rx|refill|refills|dosage|dispense|tablets|take one|dosierung|einnahme|tabletten|packung|posologie|comprimes|posologia|comprimidos|dosis|compresse|dosering|tabletten|mg|once daily|twice daily',
    usual: 'patient|doctor|pharmacy|apotheke|arzt|pharmacie|medecin|farmacia|medico|apotheek|arts|date',
  },
  {
    id: 'job-posting',
    names:
      'job posting|job advertisement|job description|vacancy|job opening|stellenanzeige|stellenausschreibung|stellenbeschreibung|stellenangebot|offre d emploi|fiche de poste|oferta de empleo|oferta de trabajo|annuncio di lavoro|offerta di lavoro|vacature|functieomschrijving',
    asked: 'jobs|job ad|vacancies|stellen|emploi|empleo|lavoro',
    proofs:
      'your profile|your responsibilities|what we offer|requirements|responsibilities|qualifications|apply now|we are looking for|how to apply|ihr profil|ihre aufgaben|wir bieten|wir suchen|bewerben sie sich|profil recherche|vos missions|nous offrons|nous recherchons|requisitos|funciones|ofrecemos|se busca|requisiti|mansioni|offriamo|cerchiamo|functie eisen|wij bieden|wij zoeken|solliciteer',
    usual:
      'full time|part time|salary|location|start|vollzeit|teilzeit|temps plein|jornada completa|tempo pieno|fulltime|experience|application',
  },
];
