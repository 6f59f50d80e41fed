import type { Command } from '../../commandContext.ts';
import { exportDecisionRecords, importDecisionRecords } from './decisionRecords.ts';
import { exportCalendar } from './exportCalendar.ts';
import { exportCsv, exportJson } from './exportLog.ts';
import { importCsv } from './importCsv.ts';
import { importJson } from './importJson.ts';

/** The imports and exports. They are loaded with the first of them, as their libraries are large. */
export const exchangeTable = {
  importCsv,
  importJson,
  importDecisionRecords,
  exportJson,
  exportCsv,
  exportDecisionRecords,
  exportCalendar,
} satisfies Readonly<Record<string, Command>>;
