import { nameTokens } from '../layout/lexicon/tokens';
import type { AskedKind } from './asked-kind';

const REST = new Set(
  'other others misc miscellaneous unknown rest remaining remainder else anything everything unclassified uncategorized uncategorised none general various sonstige sonstiges sonstigen andere anderes ubrige ubriges unbekannt diverse diverses autre autres divers inconnu reste otro otros otra otras varios varias desconocido resto altro altri altra altre varie vario sconosciuto overig overige anders onbekend restant document documents doc docs page pages dokument dokumente seite seiten documento documentos documenti pagina documenten kind type category'.split(
    ' ',
  ),
);
const ONLY_IDLE =
  /^(?:documents?|docs?|pages?|dokumente?|seiten?|documentos?|documenti|documenten|kind|type|category)$/;
const REST_DESCRIPTION =
  /^\W*(?:any(?:thing)? (?:else|other)|everything else|all (?:the )?(?:other|rest)|none of|whatever|what(?:ever)? (?:does|do) not|alles (?:andere|übrige|sonst)|sonstige|tout (?:le reste|autre)|todo lo demás|cualquier otro|tutto il resto|qualsiasi altro|al het (?:andere|overige))/iu;

/** Whether a kind is for what fits nowhere else. */
export function isRest({ name, description }: AskedKind): boolean {
  const words = nameTokens(name);
  const isRestName = words.every((word) => REST.has(word)) && words.some((word) => !ONLY_IDLE.test(word));
  return isRestName || REST_DESCRIPTION.test(description);
}
