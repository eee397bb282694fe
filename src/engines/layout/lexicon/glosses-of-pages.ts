/** Words of labels on web pages, in agreements and letters by what they mean, as in the glossary. */
export const GLOSSES_OF_PAGES: Readonly<Record<string, string>> = {
  // Work
  salary:
    'gehalt lohn bruttogehalt monatsgehalt vergutung wage pay salaire remuneration salario sueldo retribucion retribuzione stipendio salaris loon remuneracao ordenado vencimentos wynagrodzenie',
  employee:
    'arbeitnehmer arbeitnehmerin mitarbeiter mitarbeiterin salarie salariee empleado empleada trabajador trabajadora lavoratore lavoratrice dipendente werknemer werkneemster worker',
  experience: 'erfahrung berufserfahrung experiencia esperienza ervaring',
  vacation: 'urlaub urlaubsanspruch urlaubstage conges vacaciones ferie vakantie ferias holiday holidays leave',
  vacancy: 'openings vacancies vacantes stellen plazas vagas vacatures postes positions',
  working: 'arbeitszeit arbeits travail jornada laboral lavorativo lavoro jornada trabalho',
  weekly: 'wochentlich wochentliche hebdomadaire semanal semanales settimanale settimanali wekelijks week',
  hour: 'hours stunden stunde heures horas ore uren wochenstunden',
  probation: 'probezeit essai prueba prova proeftijd experiencia probationary trial',
  deadline:
    'bewerbungsschluss bewerbungsfrist meldeschluss anmeldeschluss nennschluss einsendeschluss abgabefrist anmeldefrist sluitingsdatum limite plazo closing frist termine',
  posted:
    'publicado publicados publicada publicado veroffentlicht published publie publiee pubblicato gepubliceerd online',
  requirement:
    'requirements requisitos anforderungen voraussetzungen exigences requisiti vereisten prerequisites qualifications profil',
  responsibility:
    'responsibilities aufgaben missions funciones responsabilidades mansioni taken duties tasks tatigkeiten atribuicoes',
  benefit: 'benefits leistungen vorteile avantages beneficios vantaggi voordelen',
  workload: 'pensum arbeitspensum beschaftigungsumfang',
  // Companies
  court: 'gericht registergericht amtsgericht tribunal tribunale rechtbank juzgado',
  'register number': 'registernummer handelsregisternummer',
  representative:
    'vertreten vertretung vertretungsberechtigt vertretungsberechtigter representant representante rappresentante',
  headquarters: 'hauptsitz siege sede zetel',
  company:
    'firma unternehmen gesellschaft societe entreprise empresa sociedad societa azienda impresa bedrijf companhia business',
  // Events
  'entry fee': 'startgeld startgebuhr nenngeld meldegeld teilnahmegebuhr teilnehmergebuhr inschrijfgeld',
  // Food
  preparation:
    'prep vorbereitung vorbereitungszeit zubereitung preparacion preparazione preparacao preparo voorbereiding bereiding',
  cook: 'cooking kochzeit backzeit garzeit backen kochen cuisson coccion cocinado cottura cozedura cozimento forno kooktijd baktijd baking bake kook',
  rest: 'ruhezeit ruhen repos reposo riposo rusttijd descanso resting chill cooling',
  difficulty:
    'schwierigkeit schwierigkeitsgrad difficulte dificultad difficolta dificuldade moeilijkheid level niveau skill',
  calories: 'kalorien kcal calorias calorie brennwert energy',
  cuisine: 'kuche cucina cozinha keuken kitchen',
  course: 'gang gericht plat plato portata gerecht dish',
  cover: 'coperto gedeck couvert cubierto',
  closed: 'ruhetag chiuso chiusura cerrado ferme fermeture gesloten fechado encerrado geschlossen',
  // Goods and homes
  bedroom: 'bedrooms schlafzimmer chambres dormitorios habitaciones camere slaapkamers quartos',
  bathroom: 'bathrooms badezimmer bad salles banos bagni bagno badkamers banheiros',
  parking: 'stellplatz stellplatze garage parcheggio aparcamiento vaga vagas estacionamento parkplatz',
  condominium: 'condo condominio hausgeld copropriete hoa comunidad',
  agent: 'makler maklerin agente corretor corretora makelaar agency broker estate realtor ansprechpartnerin',
  property: 'imovel immobilie objekt bien inmueble immobile vivienda imovel woning haus wohnung apartment premises',
  floor: 'etage stockwerk planta piso piano verdieping andar storey',
  year: 'jahr baujahr annee ano anno jaar built',
  review: 'reviews bewertungen avis opiniones resenas recensioni beoordelingen avaliacoes rezensionen',
  capacity: 'volume volumen fassungsvermogen kapazitat capacite capacidad capacita inhoud capacidade',
  condition: 'zustand estado stato staat etat',
  // Mails and visits
  appointment: 'termin rendezvous rdv cita appuntamento afspraak consulta marcacao visit',
  case: 'vorgang vorgangs vorgangsnummer fall expediente caso zaak ticket pratica processo',
  doctor:
    'arzt arztin zahnarzt zahnarztin behandler behandlerin medecin praticien praticienne medico medica dentista dottore dottoressa dokter tandarts physician dentist',
  location: 'standort adresse ort lieu lugar luogo sede plaats local ou wo dove donde onde where',
  baggage: 'luggage gepack freigepack bagage bagages equipaje bagaglio bagagem',
  when: 'wann quand cuando quando wanneer',
  deposit: 'deposits',
  head: 'persona kopf personne pax cabeza tete',
  full: 'plein normal voll vollzahler intero entero regular',
  reduced: 'ermassigt reduit reducido ridotto concession',
  emergency: 'notfall notruf urgence urgences urgencia emergencia emergenza spoed emergencies',
  // Agreements
  provider:
    'prestataire anbieter auftragnehmer auftragnehmerin proveedor prestador prestadora fornitore prestatore opdrachtnemer contratada contractor supplier dienstleister erbringer',
  client: 'auftraggeber auftraggeberin mandant contratante committente opdrachtgever principal',
  borrower: 'darlehensnehmer emprunteur prestatario mutuatario kredietnemer',
  lender: 'darlehensgeber preteur prestamista mutuante kredietgever',
  buyer: 'kaufer kauferin acheteur comprador compradora acquirente compratore koper',
  seller: 'verkaufer verkauferin vendeur vendedor vendedora venditore verkoper',
  tenant: 'arrendatario arrendataria conduttrice locatario locataria inquilina preneur',
  landlord: 'arrendadora locatrice bailleresse propietaria',
  monthly: 'monatlich monatliche mensuel mensuelle mensual mensile mensili maandelijks maandelijkse mensal',
  annual: 'jahrlich jahrliche annuel annuelle anual annuo annua annuale jaarlijks yearly',
  premium: 'pramie beitrag prime prima premio premie',
  renewal: 'verlangerung renouvellement renovacion rinnovo verlenging renovacao renewed',
  jurisdiction: 'gerichtsstand foro jurisdiccion comarca fuero',
  liability: 'haftung responsabilite responsabilidad responsabilita aansprakelijkheid liable',
};
