import { calendarFile } from '../../../files/calendarFile.ts';
import { saveFile } from '../../../files/savedFile.ts';
import { computeCalendarDays } from '../../../core/exchange/calendar/calendarDays.ts';
import { HumanError } from '../../../core/humanError.ts';
import { nothingForCalendar, sayCalendarSaved } from '../../../core/exchange/calendar/calendarText.ts';
import { t } from '../../../core/text/translate.ts';
import { exportCalendarArguments, parseArguments } from '../../arguments.ts';
import { askWhereAndSave } from './saveText.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Writes the days of what is open, and those that are over as cancelled, as a calendar file, to the path that the person or the program names. */
export async function exportCalendar(context: CommandContext, argument: unknown): Promise<unknown> {
  const { path: given, overwrite = false } = isProgramCall(argument)
    ? parseArguments(commandIds.exportCalendar, exportCalendarArguments, argument)
    : {};
  await context.loaded;
  await context.store.refresh();
  const { store, feed } = context;
  const days = computeCalendarDays(store.register, feed.board, feed.work);
  if (days.length === 0) {
    // A calendar without an event is not a valid file (RFC 5545).
    if (isProgramCall(argument)) throw new HumanError(nothingForCalendar());
    void sayInformation(nothingForCalendar());
    return undefined;
  }
  const text = calendarFile(days);
  if (isProgramCall(argument)) {
    if (given === undefined) return { text, days: days.length };
    await saveFile(given, text, { logFolder: store.log.folder, overwrite });
    return { text, days: days.length, path: given };
  }
  const question = {
    title: t('Export promises to a calendar file'),
    name: 'pacesetter.ics',
    filters: { [t('Calendar files')]: ['ics'] },
  };
  const path = await askWhereAndSave(context, question, text);
  if (path === undefined) return undefined;
  const open = days.filter(({ isCancelled }) => !isCancelled).length;
  void sayInformation(sayCalendarSaved(open, days.length - open, path));
  return { text, days: days.length, path };
}
