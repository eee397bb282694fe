import type { Kind } from './kind';

/** What people meet every day, and what offices, schools and machines put out. */
export const EVERYDAY_KINDS: readonly Kind[] = [
  {
    id: 'recipe',
    names:
      'recipe|cooking recipe|kochrezept|backrezept|recette|recette de cuisine|receta|receta de cocina|receita|ricetta|ricetta di cucina|recept|przepis',
    asked:
      'recipes|recipe page|cooking instructions|cooking|rezepte|kochen|recettes|recetas|ricette|recepten|food recipe|rezept',
    proofs:
      'ingredients|ingredient|instructions|directions|method|prep time|cook time|total time|servings|serves|preheat the oven|preheat oven|tablespoon|teaspoon|tbsp|tsp|cup|cups|zutaten|zubereitung|vorbereitungszeit|backzeit|kochzeit|portionen|fur 4 personen|el|tl|den ofen vorheizen|essloffel|teeloffel|ingredients|temps de preparation|temps de cuisson|prechauffer|cuillere|preparation|cuisson|ingredientes|preparacion|elaboracion|tiempo de preparacion|tiempo de coccion|precalentar|cucharada|modo de preparo|modo de preparacao|colher|xicara|rendimento|ingredienti|procedimento|preparazione|tempo di cottura|cucchiaio|cucchiai|forno|ingredienten|bereidingswijze|bereiding|bereidingstijd|eetlepel|theelepel|verwarm de oven|oven',
    usual:
      'butter|sugar|flour|salt|eggs|minutes|zucker|mehl|salz|eier|minuten|beurre|sucre|farine|sel|oeufs|mantequilla|azucar|harina|huevos|burro|zucchero|farina|uova|boter|suiker|bloem|eieren|nutrition|calories|yield|manteiga|acucar|farinha|ovos|leite|milk',
  },
  {
    id: 'menu',
    names:
      'menu|restaurant menu|lunch menu|dinner menu|wine list|food menu|speisekarte|mittagskarte|weinkarte|getrankekarte|tageskarte|la carte|carte des vins|carte|menu du jour|carta|carta de vinos|menu del dia|carta de platos|carta dei vini|listino del ristorante|menukaart|wijnkaart|lunchkaart|jidelni listek',
    asked:
      'menus|restaurant|restaurants|restaurant page|food and drinks|cafe|gaststatte|ristorante|restaurante|eethuis|meals',
    proofs:
      'starters|appetizers|main courses|mains|desserts|side dishes|soups|salads|beverages|drinks|vegetarian|gluten free|vorspeisen|hauptgerichte|hauptspeisen|nachspeisen|nachtisch|beilagen|suppen|salate|getranke|entrees|plats|plats principaux|boissons|fromages|entrantes|primeros|segundos|postres|bebidas|antipasti|primi|primi piatti|secondi|secondi piatti|contorni|dolci|bevande|voorgerechten|hoofdgerechten|nagerechten|dranken|opening hours|reservations|dinner|lunch|breakfast|book a table|offnungszeiten|predkrmy|hlavni jidla|dezerty',
    usual:
      'chicken|beef|salad|soup|fish|wine|beer|coffee|cheese|hahnchen|rind|fisch|wein|bier|kaffee|poulet|boeuf|poisson|vin|pollo|pescado|vino|pesce|kip|vis|wijn|eur|served with|cuisine|chef',
  },
  {
    id: 'ticket',
    names:
      'ticket|e ticket|eticket|train ticket|bus ticket|flight ticket|boarding pass|admission ticket|event ticket|itinerary|travel itinerary|fahrkarte|fahrschein|online ticket|bordkarte|eintrittskarte|flugticket|reiseplan|billet|billet de train|carte d embarquement|billet d entree|billete|billete de tren|tarjeta de embarque|entrada|biglietto|biglietto del treno|carta d imbarco|treinkaartje|vervoerbewijs|instapkaart|toegangsbewijs|kaartje',
    asked: 'tickets|travel|journey|travel document|reise|voyage|viaje|viaggio|reizen|travel booking|transport ticket',
    proofs:
      'passenger|departure|arrival|seat|coach|boarding|gate|flight|flight number|booking reference|pnr|platform|carriage|depart|arrive|fahrgast|abfahrt|ankunft|sitzplatz|wagen|gleis|flug|buchungscode|passager|depart|arrivee|voiture|vol|reference de dossier|pasajero|salida|llegada|asiento|coche|vuelo|localizador|passeggero|partenza|arrivo|posto|carrozza|binario|volo|codice prenotazione|reiziger|vertrek|aankomst|stoel|spoor|vlucht|from to',
    usual:
      'date|time|price|class|datum|uhrzeit|klasse|preis|heure|classe|hora|clase|ora|tijd|prijs|valid|gultig|barcode|qr code',
  },
  {
    id: 'booking',
    names:
      'booking confirmation|reservation confirmation|hotel confirmation|hotel reservation|reservation|booking|hotel voucher|voucher|buchungsbestatigung|reservierungsbestatigung|reservierung|hotelbuchung|confirmation de reservation|reservation d hotel|confirmacion de reserva|reserva|conferma di prenotazione|prenotazione|boekingsbevestiging|reserveringsbevestiging|reservering',
    asked:
      'hotel confirms|bookings|reservations|hotel|buchung|reservierungen|reservas|prenotazioni|boeking|hotel booking',
    proofs:
      'check in|check out|number of nights|nights|guests|guest name|room type|room|booking number|reservation number|confirmation number|cancellation policy|anreise|abreise|ubernachtungen|nachte|gaste|zimmer|buchungsnummer|reservierungsnummer|stornierung|arrivee|depart|nuits|voyageurs|chambre|numero de reservation|annulation|llegada|salida|noches|huespedes|habitacion|numero de reserva|notti|ospiti|camera|numero di prenotazione|nachten|gasten|kamer|boekingsnummer|your booking|your reservation',
    usual:
      'hotel|hostel|date|price|total|adults|breakfast|erwachsene|fruhstuck|adultes|adultos|adulti|volwassenen|address',
  },
  {
    id: 'shipping-notice',
    names:
      'shipping notification|shipment notification|shipping confirmation|dispatch confirmation|delivery notification|versandbestatigung|versandmitteilung|sendungsbenachrichtigung|lieferankundigung|avis d expedition|confirmation d expedition|confirmacion de envio|notificacion de envio|conferma di spedizione|avviso di spedizione|verzendbevestiging|bezorgbericht',
    asked:
      'shipping|shipment|parcel|parcels|package tracking|parcel tracking|versand|paket|pakete|sendung|colis|envio|paquete|spedizione|pacco|verzending|pakket|delivery notice',
    proofs:
      'tracking number|track your package|track package|out for delivery|has shipped|has been shipped|your package|your shipment|estimated delivery|scheduled delivery|delivered by|sendungsnummer|sendungsverfolgung|paket verfolgen|ihr paket|wurde versandt|zustellung|numero de suivi|suivre|votre colis|numero de seguimiento|su paquete|ha sido enviado|numero di tracciamento|il tuo pacco|spedito|track en trace|uw pakket|verzonden|przesylka|paczka|numer przesylki',
    usual:
      'order number|delivery|address|carrier|ups|dhl|fedex|dpd|gls|item|lieferung|bestellnummer|livraison|entrega|consegna|bezorging',
  },
  {
    id: 'timetable',
    names:
      'timetable|schedule|train schedule|bus schedule|class schedule|opening times|departures|fahrplan|stundenplan|zeitplan|dienstplan|belegungsplan|horaire|horaires|emploi du temps|planning|horario|horarios|cuadrante|orario|orari|turni|dienstregeling|rooster|lesrooster|roster|shift plan|calendar|kalender|calendrier|calendario',
    asked: 'timetables|schedules|fahrplane|stundenplane|plan of times|sailing schedule|ferry timetable',
    proofs:
      'departs|arrives|departure times|monday to friday|mon fri|weekdays|sundays and public holidays|montag bis freitag|mo fr|sonn und feiertags|alle 20 minuten|lundi au vendredi|dimanches et fetes|lunes a viernes|domingos y festivos|lunedi al venerdi|festivi|maandag t m vrijdag|zon en feestdagen|sailings|crossing|first bus|last bus|period|shift',
    usual:
      'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|lundi|mardi|mercredi|lunes|martes|lunedi|martedi|maandag|dinsdag|departure|arrival|stop|haltestelle|arret|parada|fermata|halte|station|via',
    shapes: ['grid'],
  },
  {
    id: 'report',
    names:
      'report|technical report|final report|status report|progress report|research report|white paper|study|analysis|audit report|inspection report|test report|bericht|abschlussbericht|gutachten|prufbericht|studie|lagebericht|rapport|rapport technique|rapport d activite|etude|expertise|informe|informe tecnico|estudio|memoria|relazione|relazione tecnica|perizia|studio|verslag|onderzoeksrapport|eindrapport|executive summary',
    asked: 'reports|studies|publication|berichte|rapports|informes|relazioni|rapporten|official report|analyses',
    proofs:
      'executive summary|table of contents|introduction|methodology|conclusions|conclusion|recommendations|findings|appendix|figure 1|table 1|references|source|zusammenfassung|inhaltsverzeichnis|einleitung|methodik|schlussfolgerungen|empfehlungen|anhang|abbildung 1|tabelle 1|quelle|sommaire|resume|conclusions|recommandations|annexe|tableau 1|indice|resumen|introduccion|conclusiones|recomendaciones|anexo|tabla 1|fuente|sommario|introduzione|conclusioni|raccomandazioni|allegato|tabella 1|fonte|samenvatting|inleiding|inhoudsopgave|conclusies|aanbevelingen|bijlage|tabel 1|bron',
    usual:
      'data|results|analysis|figure|chapter|survey|ergebnisse|kapitel|donnees|resultats|chapitre|datos|resultados|dati|risultati|gegevens|resultaten|percent|average',
    shapes: ['prose'],
  },
  {
    id: 'table',
    of: 'report',
    names:
      'statistics|statistical table|data table|statistical report|statistical annex|statistik|zahlentafel|statistiques|tableau statistique|estadisticas|cuadro estadistico|statistiche|tabella statistica|statistieken|appendix table',
    asked:
      'table|tables|tabelle|tableau|tabla|tabella|tabel|figures|data tables|tabular data|statistical data|tabular report|numbers in columns|table of figures|pages of tables|tabellen|tableaux|tablas|tabelle di dati|list|lists|overview',
    proofs:
      'source|footnote|statistical annex|in percent|in thousands|in millions|per cent|million euro|billion|total population|age group|quelle|in prozent|in tausend|insgesamt|en pourcentage|en milliers|ensemble|en porcentaje|en miles|fuente|in percentuale|in migliaia|fonte|in procenten|bron|number of|average|mean|median|rank|index|change from previous year|member states|countries|share of|eu 27|eu 25|projected',
    usual:
      'total|percent|average|region|country|population|male|female|gesamt|prozent|land|pays|pais|paese|years|cases|density|ton|production|ha|exports|consumption|level',
    shapes: ['grid'],
  },
  {
    id: 'spreadsheet',
    isFormat: true,
    names:
      'spreadsheet|data export|worksheet|workbook|excel sheet|excel file|csv file|csv export|csv|xlsx|tabellenkalkulation|datenexport|arbeitsmappe|exceltabelle|feuille de calcul|classeur|tableur|export de donnees|hoja de calculo|exportacion de datos|libro de excel|foglio di calcolo|esportazione dati|rekenblad|spreadsheetbestand|gegevensexport',
    asked:
      'spreadsheets|excel|sheet|sheets|rows and columns|exported data|data file|dataset|data set|records|list of records|exports|datensatze|donnees|datos|dati',
    proofs: '',
    usual: 'id|name|date|category|amount|value|count|total|type|status|description|currency',
    shapes: ['sheet'],
  },
  {
    id: 'web-page',
    isFormat: true,
    names:
      'web page|website|webpage|html page|internet page|landing page|blog post|blog|webseite|internetseite|page web|site web|pagina web|sitio web|sito web|webpagina',
    asked: 'web pages|websites|html|online page|web content|saved page|internet',
    proofs:
      'cookie policy|privacy policy|skip to content|skip to main content|share this|subscribe|sign in|log in|all rights reserved|leave a comment|related posts|follow us|datenschutz|impressum|anmelden|zum inhalt springen|mentions legales|se connecter|accueil|aviso legal|iniciar sesion|inicio|note legali|accedi|inloggen|zoeken',
    usual: 'contact|about us|menu|comments|newsletter|facebook|instagram|twitter|pinterest|copyright',
    shapes: ['web'],
  },
  {
    id: 'presentation',
    isFormat: true,
    names:
      'presentation|slides|slide deck|pitch deck|slideshow|powerpoint|prasentation|folien|diaporama|presentacion|diapositivas|presentazione|diapositive|presentatie',
    asked: 'slide|deck|decks|vortrag|vortragsfolien',
    proofs:
      'any questions|thank you for your attention|vielen dank fur ihre aufmerksamkeit|merci pour votre attention|gracias por su atencion|grazie per l attenzione|bedankt voor uw aandacht',
    usual: 'agenda|overview|next steps|outlook|uberblick|ausblick',
    shapes: ['slides'],
  },
  {
    id: 'manual',
    names:
      'manual|user manual|user guide|instruction manual|instructions for use|operating instructions|installation guide|assembly instructions|data sheet|datasheet|technical data sheet|safety data sheet|specification|bedienungsanleitung|gebrauchsanweisung|gebrauchsanleitung|betriebsanleitung|montageanleitung|handbuch|datenblatt|sicherheitsdatenblatt|mode d emploi|notice|notice d utilisation|manuel|guide d utilisation|fiche technique|fiche de donnees de securite|manual de usuario|manual de instrucciones|instrucciones de uso|ficha tecnica|hoja de datos|manuale|manuale d uso|istruzioni per l uso|manuale utente|scheda tecnica|scheda di sicurezza|handleiding|gebruiksaanwijzing|gebruikershandleiding|veiligheidsinformatieblad',
    asked: 'manuals|guides|instructions|anleitung|anleitungen|technical documentation|product documentation',
    proofs:
      'safety instructions|warning|caution|troubleshooting|maintenance|before use|technical specifications|technical data|operating temperature|press the button|sicherheitshinweise|achtung|warnung|wartung|fehlerbehebung|technische daten|inbetriebnahme|consignes de securite|avertissement|depannage|caracteristiques techniques|instrucciones de seguridad|advertencia|solucion de problemas|especificaciones|istruzioni di sicurezza|avvertenza|risoluzione dei problemi|caratteristiche tecniche|veiligheidsvoorschriften|waarschuwing|probleemoplossing|technische gegevens',
    usual:
      'power|device|battery|button|step|gerat|taste|schritt|appareil|bouton|aparato|boton|apparecchio|pulsante|apparaat|knop|voltage|figure',
  },
  {
    id: 'article',
    names:
      'article|news article|newspaper article|press release|newsletter|magazine article|scientific article|paper|scientific paper|journal article|essay|artikel|zeitungsartikel|pressemitteilung|aufsatz|nachrichten|article de presse|communique de presse|articulo|articulo de prensa|nota de prensa|articolo|comunicato stampa|krantenartikel|persbericht|nieuwsbrief|rundschreiben',
    asked: 'articles|news|press|presse|prensa|stampa|nieuws|nachricht|journalism|publication',
    proofs:
      'abstract|keywords|doi|journal of|et al|for immediate release|press contact|media contact|editor|reporter|pressekontakt|zur sofortigen veroffentlichung|contact presse|contacto de prensa|contatti stampa|perscontact|byline|published|bibliography|acknowledgements',
    usual: 'author|introduction|references|conclusion|autor|auteur|autore|said|according to',
    shapes: ['prose'],
  },
  {
    id: 'exam',
    names:
      'exam|examination|test paper|quiz|worksheet|homework|exercise sheet|syllabus|lesson plan|klausur|prufung|arbeitsblatt|hausaufgabe|ubungsblatt|examen|devoir|fiche d exercices|prueba|ejercicios|esame|compito|esercizi|toets|tentamen|werkblad|huiswerk',
    asked: 'exams|school work|exercises|teaching material',
    proofs:
      'answer all questions|total marks|time allowed|multiple choice|question 1|aufgabe 1|punkte|bearbeitungszeit|exercice 1|bareme|ejercicio 1|puntuacion|esercizio 1|punteggio|opgave 1|vraag 1|course objectives|grading',
    usual: 'name|class|points|klasse|student|eleve|alumno|studente|leerling|date',
  },
  {
    id: 'property',
    names:
      'property listing|real estate listing|expose|floor plan|land register extract|deed|title deed|energy certificate|appraisal|valuation report|immobilienexpose|grundriss|grundbuchauszug|kaufvertrag immobilie|energieausweis|wertgutachten|annonce immobiliere|acte de vente|titre de propriete|diagnostic de performance energetique|anuncio inmobiliario|escritura|nota simple|certificado energetico|annuncio immobiliare|atto di compravendita|visura catastale|attestato di prestazione energetica|woningadvertentie|koopakte|energielabel|kadaster',
    asked:
      'immobilienanzeige|wohnungsanzeige|annonce de maison|property|real estate|immobilie|immobilien|immobilier|inmueble|immobile|vastgoed|house|building documents',
    proofs:
      'living area|square feet|bedrooms|bathrooms|plot size|year of construction|asking price|wohnflache|grundstucksflache|baujahr|zimmer|flurstuck|grundbuch|surface habitable|pieces|annee de construction|superficie|dormitorios|ano de construccion|referencia catastral|superficie|locali|anno di costruzione|foglio particella|woonoppervlakte|slaapkamers|bouwjaar|perceel',
    usual: 'price|address|garden|garage|heating|preis|lage|heizung|prix|jardin|precio|prezzo|giardino|prijs|tuin',
  },
  {
    id: 'event',
    names:
      'invitation|event|event programme|programme|flyer|wedding invitation|poster|einladung|veranstaltung|programm|flugblatt|plakat|broschure|brochure|invitation|programme|depliant|affiche|invitacion|programa|folleto|cartel|invito|programma|volantino|locandina|uitnodiging|folder|affiche|leaflet',
    asked:
      'events|invitations|flyers|brochures|veranstaltungen|evenements|eventos|eventi|evenementen|marketing material|advertising leaflet',
    proofs:
      'you are invited|rsvp|save the date|admission free|doors open|join us|wir laden sie|herzlich eingeladen|um antwort wird gebeten|eintritt frei|einlass|vous etes invites|vous invite|entree libre|le invitamos|entrada libre|siete invitati|ingresso libero|u bent uitgenodigd|vrij entree|speaker|speakers',
    usual: 'date|time|venue|location|datum|uhrzeit|ort|heure|lieu|hora|lugar|ora|luogo|tijd|plaats|tickets',
  },
];
