import { fold } from '../../values/fold';

/** Parts of a life's record, by the words that head them; phrases separated by "|". */
export const SECTIONS: Readonly<Record<string, { readonly asked: string; readonly printed: string }>> = {
  work: {
    asked: 'work experience|experience|work|employment|jobs|employers|positions|work history|employment history|career',
    printed:
      'work experience|professional experience|experience|employment|employment history|work history|career history|relevant experience|legal experience|professional background|career|positions held|berufserfahrung|beruflicher werdegang|berufliche erfahrung|berufspraxis|werdegang|berufliche stationen|praktische erfahrung|experience professionnelle|experiences professionnelles|parcours professionnel|experiencia laboral|experiencia profesional|experiencia|esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze professionali|werkervaring|ervaring|loopbaan',
  },
  education: {
    asked: 'education|schools|studies|degrees|academic background|qualifications|educations',
    printed:
      'education|education and training|academic background|educational background|academic qualifications|qualifications|studies|academic history|training|ausbildung|bildungsweg|schulbildung|studium|akademischer werdegang|bildung|ausbildung und studium|hochschulstudium|formation|formations|etudes|diplomes|parcours academique|educacion|formacion|formacion academica|estudios|istruzione|istruzione e formazione|formazione|titoli di studio|opleiding|opleidingen|onderwijs|educatie',
  },
  skills: {
    asked: 'skills|key skills|technical skills|competences|competencies|abilities|skill',
    printed:
      'skills|key skills|technical skills|core competencies|competencies|areas of expertise|expertise|computer skills|skills and abilities|summary of skills|core skills|professional skills|technologies|kenntnisse|fahigkeiten|kompetenzen|edv kenntnisse|it kenntnisse|fachkenntnisse|besondere kenntnisse|competences|competences techniques|savoir faire|habilidades|competencias|aptitudes|conocimientos|competenze|capacita|competenze tecniche|conoscenze|vaardigheden|competenties|kennis',
  },
  languages: {
    asked: 'languages|language skills',
    printed: 'languages|language skills|sprachen|sprachkenntnisse|langues|idiomas|lingue|conoscenze linguistiche|talen',
  },
  certificates: {
    asked: 'certifications|certificates|licenses|awards|publications|memberships',
    printed:
      'certifications|certificates|licenses|licenses and certifications|awards|honors|honors and awards|achievements|publications|memberships|professional memberships|affiliations|bar admissions|zertifikate|weiterbildung|weiterbildungen|auszeichnungen|certificats|certificaciones|certificazioni|certificaten',
  },
  projects: {
    asked: 'projects|selected projects|key projects',
    printed: 'projects|selected projects|key projects|projekte|projets|proyectos|progetti|projecten',
  },
  others: {
    asked: '',
    printed:
      'summary|professional summary|profile|objective|career objective|about me|interests|hobbies|references|contact|personal details|personal information|activities|volunteer experience|volunteering|community service|profil|interessen|referenzen|personliche daten|kontakt|profil|centres d interet|loisirs|references|intereses|perfil|datos personales|interessi|profilo|dati personali|interesses|profiel|persoonlijke gegevens|referenties',
  },
};

const WORKPLACE = endings(
  'university|universitat|universite|universidad|universita|universiteit|college|school|schule|hochschule|gymnasium|ecole|lycee|escuela|instituto|scuola|liceo|istituto|institute|institut|academy|akademie|gmbh|ag|kg|ohg|ltd|limited|inc|llc|llp|plc|corp|corporation|company|co|sa|sas|sarl|srl|spa|bv|nv|sl|group|gruppe|groupe|grupo|gruppo|holding|holdings|bank|banque|banco|banca|hospital|clinic|klinik|klinikum|krankenhaus|council|ministry|ministerium|department|office|court|agency|agentur|agence|studio|studios|labs|laboratories|systems|solutions|services|consulting|partners|associates|industries|technologies|software|logistics|media|networks|international|foundation|stiftung|society|center|centre|verlag|werke|stadtwerke|buro|ingenieurburo|kanzlei|store|stores|restaurant|hotel|airlines|insurance|versicherung|analytics|pharma|motors|energy|works|firm|church|museum|library|university of|faculty|polytechnic|enterprises|trust|union|club|mart|shop|market',
);
const POSITION = endings(
  'engineer|manager|analyst|assistant|director|developer|consultant|intern|officer|lead|head|teacher|nurse|clerk|associate|specialist|coordinator|designer|administrator|technician|accountant|attorney|paralegal|lawyer|counsel|secretary|supervisor|representative|president|chef|cook|driver|scientist|researcher|professor|editor|writer|programmer|architect|auditor|advisor|adviser|agent|cashier|planner|operator|mechanic|electrician|carpenter|founder|owner|partner|executive|strategist|trainer|instructor|tutor|lecturer|fellow|apprentice|trainee|volunteer|buyer|receptionist|bookkeeper|controller|expert|waiter|waitress|bartender|guard|inspector|leiter|leiterin|ingenieur|ingenieurin|entwickler|entwicklerin|berater|beraterin|assistent|assistentin|sachbearbeiter|sachbearbeiterin|kaufmann|kauffrau|mitarbeiter|mitarbeiterin|praktikant|praktikantin|werkstudent|werkstudentin|referent|referentin|fuhrer|fuhrerin|meister|techniker|technikerin|verkaufer|verkauferin|ingenieure|directeur|directrice|responsable|charge|chargee|technicien|technicienne|developpeur|developpeuse|vendeur|vendeuse|stagiaire|chef de projet|ingeniero|ingeniera|gerente|jefe|jefa|tecnico|tecnica|ayudante|profesor|profesora|becario|administrativo|administrativa|ingegnere|direttore|direttrice|responsabile|impiegato|impiegata|consulente|stagista|programmatore|medewerker|medewerkster|adviseur|stagiair|verpleegkundige|leraar|beheerder|ontwikkelaar|practitioner|worker|chairman|chair|judge|principal|dean',
);
const DEGREE = endings(
  'bsc|msc|ba|ma|mba|phd|jd|llb|llm|bachelor|bachelors|master|masters|doctor|doctorate|diploma|diplom|degree|certificate|abitur|matura|baccalaureat|licence|licenciatura|licenciado|licenciada|grado|laurea|laurea magistrale|maestria|doctorado|dottorato|magister|staatsexamen|associate|aas|bs|ms|ged|beng|meng|bcom|hbo|wo|vwo|havo|maturita|ausbildung zum|ausbildung zur|bts|dut|juris|ph|honours|major',
);

function endings(words: string): ReadonlySet<string> {
  return new Set(words.split('|'));
}

/** How many words of a text tell a workplace or school, a position, or a degree. */
export function roleWords(text: string): {
  readonly place: number;
  readonly position: number;
  readonly degree: number;
} {
  const words = fold(text.replace(/\b(?:\p{L}\.){2,}/gu, (dotted) => dotted.replaceAll('.', '')))
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const count = (set: ReadonlySet<string>): number =>
    words.filter((word) => set.has(word) || hasEnding(word, set)).length;
  return { place: count(WORKPLACE), position: count(POSITION), degree: count(DEGREE) };
}

/** German and Dutch set words together: "Projektleiterin", "Fachhochschule". */
const COMPOUND =
  /.{3}(leiter|leiterin|ingenieur|ingenieurin|entwickler|entwicklerin|berater|beraterin|assistent|assistentin|kaufmann|kauffrau|mitarbeiter|mitarbeiterin|techniker|technikerin|meister|verkaufer|verkauferin|medewerker|beheerder|hochschule|schule|werke|klinik|klinikum|krankenhaus|gymnasium|bank|verlag|versicherung)$/;

function hasEnding(word: string, set: ReadonlySet<string>): boolean {
  const ending = COMPOUND.exec(word)?.[1];
  return ending !== undefined && set.has(ending);
}
