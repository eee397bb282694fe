import { fold } from './fold';

/** Full names and abbreviations that no prefix rule covers, folded, January first; en de fr es it nl pt pl cs hu. */
const MONTHS: readonly string[] = [
  'january januar janner janvier enero gennaio januari janeiro styczen stycznia leden ledna januar jan janv ene gen sty led',
  'february februar feber fevrier febrero febbraio februari fevereiro luty lutego unor unora februar feb febr fev fevr lut uno',
  'march marz maerz mars marzo maart marco marzec marca brezen brezna marcius mar mrz mae maa mrt bre marc',
  'april avril abril aprile kwiecien kwietnia duben dubna aprilis apr avr abr kwi dub',
  'may mai mayo maggio mei maio maj maja kveten kvetna majus mag kve',
  'june juni juin junio giugno junho czerwiec czerwca cerven cervna junius jun giu cze',
  'july juli juillet julio luglio julho lipiec lipca cervenec cervence julius jul juil lug lip',
  'august aout agosto augustus sierpien sierpnia srpen srpna augusztus aug aou ago sie srp',
  'september septembre septiembre settembre setembro wrzesien wrzesnia zari szeptember sep sept set wrz szept',
  'october oktober octobre octubre ottobre outubro pazdziernik pazdziernika rijen rijna oct okt ott out paz rij',
  'november novembre noviembre novembro listopad listopadu nov lis',
  'december dezember decembre diciembre dicembre dezembro grudzien grudnia prosinec prosince dec dez dic gru pro',
];

const BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** 1-12 for a month's name or abbreviation in one of ten languages, null for any other word. */
export function monthOf(word: string): number | null {
  return BY_NAME.get(fold(word).replace(/\.$/, '')) ?? null;
}
