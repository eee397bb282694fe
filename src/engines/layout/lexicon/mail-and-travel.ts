import type { Concept } from './concept';

/** Mails, parcels, bookings and journeys. */
export const TRAVEL_CONCEPTS: readonly Concept[] = [
  {
    id: 'subject',
    kind: 'text',
    asked: 'subject|subject of the mail|mail subject|email subject|subject line|subject of the letter|regarding|re',
    printed:
      'subject|re|regarding|betr|betreff|betreft|dotyczy|vec|objet|asunto|oggetto|onderwerp|assunto|temat|predmet|targy',
  },
  {
    id: 'sent-date',
    kind: 'date',
    asked: 'sent date|date sent|date the mail was sent|sent|mail date|sent at',
    printed: 'date|sent|gesendet|datum|envoye|enviado|inviato|verzonden',
  },
  {
    id: 'tracking-number',
    kind: 'identifier',
    asked: 'tracking number|parcel tracking number|tracking number of the parcel|tracking id|shipment number',
    printed:
      'tracking number|tracking|sendungsnummer|paketnummer|sendungsverfolgung|numero de suivi|numero de seguimiento|numero di tracking|tracknummer|trackingnumber|numer przesylki|cislo zasilky|waybill|awb',
  },
  {
    id: 'delivery-service',
    kind: 'text',
    asked:
      'delivery service|shipping service|shipping method|delivery method|mode of delivery|mode of dispatch|delivery option|shipping option',
    printed:
      'service|shipping method|delivery method|delivery option|versandart|lieferart|versandoption|zustellart|mode de livraison|mode d expedition|metodo de envio|modalidad de envio|forma de envio|metodo di spedizione|modalita di spedizione|verzendmethode|verzendwijze|bezorgoptie|sposob dostawy|zpusob dopravy|metodo de entrega',
  },
  {
    id: 'booking-reference',
    kind: 'identifier',
    asked:
      'booking reference|reservation number|booking number|confirmation number|booking code|reservation|record locator|pnr|booking id|booking|ticket number|booking reservation number',
    printed:
      'booking reference|buchungsnummer|buchungscode|reservierungsnummer|reservierungscode|bestatigungsnummer|reference de reservation|numero de reservation|dossier|localizador|numero de reserva|codice prenotazione|numero prenotazione|reserveringsnummer|boekingsnummer|numer rezerwacji|cislo rezervace|foglalasi szam|confirmation code|confirmation no|itinerary number|ticket|localizador de reserva|codigo de reserva|codice di prenotazione|numero di conferma|bevestigingsnummer',
    weak: 'auftragsnummer|auftrag|bestellnummer|vorgangsnummer|order number|order|numero de commande|numero de pedido|numero ordine|reference|referenz|referencia|riferimento|kenmerk|buchung|reserva|prenotazione|boeking|reservierung',
  },
  {
    id: 'passenger',
    kind: 'name',
    asked:
      'passenger name|name of the traveller|guest name|reservation name|name on the reservation|name of the reservation|booking name|name the table is reserved under|reserved under|booked under|lead guest|lead passenger|main guest|booker|ticket holder|traveller|passenger|guest|name of the traveller or guest|name of guest',
    printed:
      'passenger|passagier|reisender|fahrgast|gast|gastname|voyageur|passager|pasajero|huesped|passeggero|ospite|reiziger|pasazer|cestujici|utas|guest|booked by|name|traveler|travelers|passengers|travellers|guests|reisende|fahrgaste|passagiere|gaste|passagers|voyageurs|pasajeros|viajeros|passeggeri|reizigers|passageiros|hospede|viajante|a nombre de|auf den namen|au nom de|a nome di|op naam van|em nome de|under the name|reserved for|lead guest',
  },
  {
    id: 'check-in',
    kind: 'date',
    asked: 'check in|arrival date|check in date|arrival|from date',
    printed: 'check in|anreise|ankunft|arrivee|entrada|llegada|arrivo|aankomst|przyjazd|prijezd|checkin|arrive',
  },
  {
    id: 'check-out',
    kind: 'date',
    asked: 'check out|departure date|check out date|departure|to date',
    printed: 'check out|abreise|depart|salida|partenza|vertrek|wyjazd|odjezd|checkout|leave',
  },
  {
    id: 'hotel-name',
    kind: 'name',
    asked: 'hotel name|name of the hotel|hotel|property name|accommodation',
    printed: 'hotel|unterkunft|hebergement|alojamiento|alloggio|property|accommodation',
  },
  {
    id: 'hotel-city',
    kind: 'name',
    party: 'seller',
    asked: 'hotel city|city of the hotel|city|town',
    printed: 'stadt|ort|ville|ciudad|citta|stad|miasto|mesto|city',
  },
  {
    id: 'flight-number',
    kind: 'identifier',
    asked: 'flight number|train number|service number|bus number|connection number|journey number',
    printed: 'flight|flug|flugnummer|zug|vol|vuelo|volo|vlucht|train|treno|tren|bus|let|lot|spoj|verbindung|connection',
  },
  {
    id: 'origin',
    kind: 'name',
    asked: 'origin|departure airport|departure station|from|from station|departure place',
    printed: 'von|ab|abfahrtsort|abflug|de|depart|origen|partenza|van|vertrek|z|odkud|from|departs|departure',
  },
  {
    id: 'destination',
    kind: 'name',
    asked: 'destination|arrival airport|arrival station|to|to station|arrival place',
    printed: 'nach|ziel|an|zielort|arrivee|destino|arrivo|naar|aankomst|do|kam|to|arrives|arrival',
  },
  {
    id: 'departure-time',
    kind: 'date',
    asked: 'departure|departure time|local departure time|departs|departure date time',
    printed: 'abfahrt|abflug|depart|salida|partenza|vertrek|odjazd|odjezd|departure|departs|dep',
  },
  {
    id: 'arrival-time',
    kind: 'date',
    asked: 'arrival|arrival time|local arrival time|arrives|arrival date time',
    printed: 'ankunft|arrivee|llegada|arrivo|aankomst|przyjazd|prijezd|arrival|arrives|arr',
  },
  {
    id: 'ship-date',
    kind: 'date',
    asked: 'ship date|shipping date|date of dispatch|dispatch date|shipped date|date shipped|shipment date',
    printed:
      'versanddatum|versandt am|versendet am|date d expedition|expedie le|expediee le|fecha de envio|enviado el|data spedizione|spedito il|verzenddatum|verzonden op|data wysylki|datum odeslani|ship date|shipped|shipped on|dispatched|dispatched on',
  },
  {
    id: 'travel-date',
    kind: 'date',
    asked: 'travel date|date of travel|journey date|date of the journey|date of departure',
    printed:
      'reisedatum|reisetag|date du voyage|date de voyage|fecha de viaje|fecha del viaje|data del viaggio|reisdatum|data podrozy|travel date',
    weak: 'departure|abfahrt|hinfahrt|depart|salida|partenza|vertrek|odjazd',
  },
  {
    id: 'event-date',
    kind: 'date',
    asked:
      'event date|date of the event|day of the event|appointment date|date of the appointment|day of the appointment|reservation date|date of the reservation|day of the reservation|booking day|visit date|date of the visit|day of the visit|concert date|show date|performance date|day of the performance|date of the concert|date of the show|meeting date|date of the meeting|course date|date of the course|class date|session date|date of the session',
    printed:
      'termin|wann|when|quand|cuando|quando|wanneer|veranstaltungsdatum|veranstaltungstag|spieltag|rendez vous|cita|appuntamento|afspraak|appointment',
    weak: 'date|datum|fecha|data|dia|tag|jour|giorno|dag|day',
  },
  {
    id: 'seat',
    kind: 'identifier',
    asked: 'seat|seat number|seats',
    printed: 'seat|sitz|sitzplatz|platz|siege|place assise|asiento|plaza|posto|zitplaats|stoel|miejsce|sedadlo|hely',
    weak: 'place|places|lugar',
  },
  {
    id: 'coach',
    kind: 'identifier',
    asked: 'coach|coach number|carriage|car number|wagon',
    printed: 'coach|carriage|wagen|wagennummer|voiture|coche|carrozza|rijtuig|wagon|vuz|kocsi',
  },
  {
    id: 'guest-count',
    kind: 'quantity',
    asked:
      'guests|number of guests|number of persons|persons|adults|number of travellers|number of adults|number of passengers|party size',
    printed:
      'gaste|personen|anzahl personen|anzahl gaste|erwachsene|voyageurs|personnes|adultes|huespedes|personas|adultos|ospiti|persone|adulti|gasten|volwassenen|guests|adults|persons|travellers|travelers|people',
  },
  {
    id: 'room-type',
    kind: 'text',
    asked: 'room type|type of room|room|room category',
    printed:
      'zimmer|zimmertyp|zimmerkategorie|chambre|type de chambre|habitacion|tipo de habitacion|camera|tipo di camera|kamer|kamertype|pokoj|szoba|room|room type',
  },
  {
    id: 'price',
    kind: 'amount',
    asked:
      'price|fare|ticket price|price per person|list price|selling price|sale price|product price|price of the product|unit price',
    printed:
      'preis|fahrpreis|ticketpreis|kaufpreis|unser preis|prix|prix de vente|tarif|precio|precio de venta|pvp|prezzo|tariffa|prijs|verkoopprijs|cena|ar|price|fare|our price|tickets|eintritt|entree|entrada|ingresso',
    weak: 'price per share|kurs|ausfuhrungskurs|cours|koers|precio por accion|gesamtpreis|total|totale|importo totale|montant total|importe total|total price|totaal|montant paye|total paye|amount paid|total paid|bezahlter betrag|importe pagado|importo pagato|betaald bedrag|valor pago|prezzo totale|prix total|precio total|totaalprijs',
    shares: ['total-gross'],
  },
];
