const text = (...labels) => labels.map((label) => ({ label }));
const choice = (label, ...options) => ({ kind: 'choice', label, options });
const tick = (label) => ({ kind: 'tick', label });
const comb = (label, cells) => ({ kind: 'comb', label, cells });
const tall = (label) => ({ kind: 'tall', label });

/** What invented forms ask, in six languages. */
export const FORMS = [
  {
    title: 'Allotment Membership Application',
    sections: [
      {
        title: 'Applicant',
        fields: [
          ...text('First name', 'Last name', 'Date of birth', 'Phone', 'Email'),
          choice('Title', 'Mr', 'Ms', 'Dr'),
        ],
      },
      {
        title: 'Plot',
        fields: [...text('Street', 'Town', 'Postcode', 'Plot number wanted'), tick('I own a wheelbarrow')],
      },
      { title: 'Remarks', fields: [tall('What do you intend to grow?'), ...text('Date', 'Signature')] },
    ],
  },
  {
    title: 'Anmeldung zur Musikschule',
    sections: [
      {
        title: 'Schülerin oder Schüler',
        fields: [...text('Vorname', 'Nachname', 'Straße und Hausnummer', 'PLZ', 'Ort'), comb('Geburtsdatum', 8)],
      },
      {
        title: 'Unterricht',
        fields: [...text('Instrument', 'Lehrkraft'), choice('Dauer', '30 Minuten', '45 Minuten', '60 Minuten')],
      },
      {
        title: 'Konto',
        fields: [comb('IBAN', 22), ...text('Kontoinhaber'), tick('Ich stimme dem Einzug der Gebühren zu')],
      },
    ],
  },
  {
    title: "Fiche d'inscription au cours de voile",
    sections: [
      {
        title: 'Stagiaire',
        fields: [
          ...text('Nom', 'Prénom', 'Date de naissance', 'Adresse', 'Code postal', 'Ville'),
          choice('Sexe', 'masculin', 'féminin'),
        ],
      },
      {
        title: 'Personne à prévenir',
        fields: [...text('Nom du contact', 'Téléphone'), tick('Je sais nager cinquante mètres')],
      },
      { title: 'Divers', fields: [tall('Allergies connues'), ...text('Fait à', 'Le')] },
    ],
  },
  {
    title: 'Solicitud de tarjeta de biblioteca',
    sections: [
      {
        title: 'Datos personales',
        fields: [...text('Nombre', 'Apellidos', 'Fecha de nacimiento', 'Nacionalidad'), comb('DNI', 9)],
      },
      { title: 'Domicilio', fields: [...text('Calle', 'Número', 'Ciudad', 'Código postal', 'Teléfono')] },
      {
        title: 'Preferencias',
        fields: [choice('Idioma', 'español', 'catalán', 'inglés'), tick('Deseo recibir el boletín'), ...text('Firma')],
      },
    ],
  },
  {
    title: 'Modulo di iscrizione alla gara podistica',
    sections: [
      {
        title: 'Atleta',
        fields: [
          ...text('Nome', 'Cognome', 'Luogo di nascita', 'Data di nascita', 'Società'),
          choice('Sesso', 'M', 'F'),
        ],
      },
      { title: 'Recapiti', fields: [...text('Indirizzo', 'CAP', 'Comune', 'Cellulare'), comb('Codice fiscale', 16)] },
      {
        title: 'Gara',
        fields: [choice('Distanza', '5 km', '10 km', '21 km'), ...text('Taglia maglietta'), tall('Note')],
      },
    ],
  },
  {
    title: 'Aanvraag parkeervergunning',
    sections: [
      {
        title: 'Aanvrager',
        fields: [...text('Voornaam', 'Achternaam', 'Geboortedatum', 'Adres', 'Postcode', 'Woonplaats')],
      },
      {
        title: 'Voertuig',
        fields: [comb('Kenteken', 6), ...text('Merk', 'Kleur'), choice('Brandstof', 'benzine', 'diesel', 'elektrisch')],
      },
      { title: 'Verklaring', fields: [tick('Ik heb geen eigen oprit'), ...text('Datum', 'Handtekening')] },
    ],
  },
  {
    title: 'Boat Mooring Request',
    sections: [
      { title: 'Owner', fields: [...text('Full name', 'Company', 'Address', 'Telephone')] },
      {
        title: 'Boat',
        fields: [
          ...text('Name of boat', 'Length overall', 'Draught', 'Registration no.'),
          choice('Hull', 'wood', 'steel', 'GRP'),
        ],
      },
      {
        title: 'Stay',
        fields: [...text('Arrival', 'Departure'), choice('Shore power', 'Yes', 'No'), tall('Special requests')],
      },
    ],
  },
];
