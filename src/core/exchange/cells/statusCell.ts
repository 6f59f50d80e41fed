import { listed } from '../../text/listed.ts';
import { foldText } from '../../text/fold.ts';

/** Whether a status says that it is over: `Done`, `✅ Closed`, `Resolved - fixed`, `Erledigt`. */
export function soundsClosed(status: string): boolean {
  const [first = ''] = partsOf(status);
  return closedWords.has(first) || canceledWords.has(first) || removedWords.has(first);
}

/** Whether a status says that nothing is over yet: `In progress`, `Reopened`. */
export function soundsOpen(status: string): boolean {
  return openWords.has(partsOf(status)[0] ?? '');
}

/** Whether a status says that nothing was decided or done: `Canceled`, `Duplicate`, `Removed`, `Closed (won't do)`. */
export function soundsWithdrawn(status: string): boolean {
  return says(status, (part) => canceledWords.has(part) || removedWords.has(part));
}

/** Whether an outcome says the same. `Removed` can be what was decided. */
export function soundsCanceled(outcome: string): boolean {
  return says(outcome, (part) => canceledWords.has(part));
}

function says(text: string, isWord: (part: string) => boolean): boolean {
  const parts = partsOf(text);
  const [first = ''] = parts;
  return isWord(first) || (closedWords.has(first) && parts.some(isWord));
}

/** Whether a cell is ticked, as in a column _Done_ of yes and no; undefined if it is neither ticked nor not. */
export function isTicked(cell: string): boolean | undefined {
  const word = foldText(cell.trim());
  if (ticks.has(word)) return true;
  return noTicks.has(word) ? false : undefined;
}

/** The words of a status between dashes, colons and brackets, without decoration. */
function partsOf(status: string): string[] {
  if (status.length > longestStatus) return [];
  return foldText(status)
    .split(/\s[-–—]+\s|[:/|(),;–—]|\bas\b/)
    .map((part) => part.replace(/^[^\p{Letter}\p{Number}]+|[^\p{Letter}\p{Number}]+$/gu, '').replace(/[\s_-]+/g, ' '))
    .filter((part) => part !== '');
}

const longestStatus = 80;

const closedWords = new Set(
  listed(`
    accepted, answered, approved, archived, closed, complete, completed, decided, declined, delivered, denied, deployed,
    done, final, finished, fixed, implemented, merged, released, rejected, resolved, shipped, solved, superseded,
    abgeschlossen, abgelehnt, angenommen, beantwortet, behoben, beschlossen, entschieden, erledigt, fertig, genehmigt,
    geschlossen, gelost, accepte, approuve, clos, clot, cloture, decide, ferme, fait, fini, livre, refuse, rejete, resolu,
    termine, valide, aceptado, aprobado, cerrado, completado, decidido, finalizado, hecho, listo, rechazado, resuelto,
    terminado, aceito, aprovado, concluido, feito, fechado, recusado, rejeitado, resolvido
  `),
);

const canceledWords = new Set(
  listed(`
    abandoned, cancel, canceled, cancelled, cannot reproduce, duplicate, duplicated, invalid, no longer needed,
    not needed, not planned, obsolete, will not do, will not fix, withdrawn, won't do, won't fix, wont do, wont fix,
    wontfix, wontdo, abgebrochen, duplikat, hinfallig, zuruckgezogen, storniert, abandonne, annule, doublon,
    abandonado, anulado, cancelado, duplicado
  `),
);

const removedWords = new Set(listed('discarded, dropped, removed, retracted, verworfen, retire, descartado, retirado'));

/** Without `active`: of a policy it says that it was accepted. */
const openWords = new Set(
  listed(`
    open, opened, reopened, new, backlog, to do, todo, doing, in progress, in review, in work, ongoing, started,
    not started, not done, pending, waiting, on hold, blocked, offen, neu, in arbeit, in bearbeitung, wiedereröffnet, zu erledigen,
    ouvert, rouvert, a faire, en cours, en attente, abierto, reabierto, por hacer, en curso, en progreso, pendiente,
    aberto, reaberto, a fazer, em andamento, pendente
  `).map(foldText),
);

const ticks = new Set(listed('yes, y, x, true, ✓, ✔, ✔️, ☑, ☑️, ✅, [x], checked, ja, oui, si, sim, wahr, vrai'));
const noTicks = new Set(listed('no, n, false, ☐, ❌, ✗, [ ], [], unchecked, nein, non, nao, falsch, faux'));
