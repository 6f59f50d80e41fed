import { changeAssignment, closeAssignment, reassign, settleClarity } from './commands/amend.ts';
import { assign, checkClarityOf, dropDraft } from './commands/assign.ts';
import { block, chase, unblock, verifyBlocker } from './commands/block.ts';
import { copyBrief, openBrief, saveBrief } from './commands/brief.ts';
import { capture } from './commands/capture.ts';
import { captureChange, captureClipboard, captureSelection, captureTerminalSelection } from './commands/captureFrom.ts';
import { changeWaiting } from './commands/changeWaiting.ts';
import { clear } from './commands/clear.ts';
import { copyLink } from './commands/copyLink.ts';
import { decide } from './commands/decide.ts';
import { edit } from './commands/edit.ts';
import { exportDecisionRecords, importDecisionRecords } from './commands/decisionRecords.ts';
import { exportCsv, exportJson } from './commands/exportLog.ts';
import { exportCalendar } from './commands/exportCalendar.ts';
import { exportLedger } from './commands/exportLedger.ts';
import { getBoard } from './commands/getBoard.ts';
import { getFigures } from './commands/getFigures.ts';
import { getWork } from './commands/getWork.ts';
import { groupBy } from './commands/groupBy.ts';
import { forgetEverything } from './commands/forgetEverything.ts';
import { allowMerges, appendMissing, health } from './commands/health.ts';
import { importCsv } from './commands/importCsv.ts';
import { importJson } from './commands/importJson.ts';
import { lookBack } from './commands/lookBack.ts';
import { jump } from './commands/jump.ts';
import { movePromise } from './commands/movePromise.ts';
import { moveLogFolder } from './commands/moveLogFolder.ts';
import { openItem } from './commands/openItem.ts';
import { openLog, revealLogFolder } from './commands/openLog.ts';
import {
  addPriority,
  lowerPriority,
  raisePriority,
  rankPriorities,
  renamePriority,
  retirePriority,
} from './commands/prioritise.ts';
import { openPanel } from './commands/openPanel.ts';
import { redo } from './commands/redo.ts';
import { acknowledge, deliberate, handOver, markReturned, sendBack } from './commands/respond.ts';
import { openWalkthrough } from './commands/openWalkthrough.ts';
import { review } from './commands/review.ts';
import { addSampleItems, removeSampleItems } from './commands/sample.ts';
import { answerCheck, confirmDefault, dropDefault, setCheckDay, stateDefault } from './commands/settle.ts';
import { undo } from './commands/undo.ts';
import { reopen, withdraw } from './commands/withReason.ts';
import { type CommandId, commandIds } from './ids.ts';
import type { Rooms } from './rooms.ts';

/**
 * Does one thing. Without an argument, or with a node of the tree, it asks for what it needs; with an object it runs
 * without asking and returns its result (docs/commands.md).
 */
type Command = (rooms: Rooms, argument: unknown) => Promise<unknown>;

/** Every command there is. A test compares this table with package.json. */
export const commandTable: Readonly<Record<CommandId, Command>> = {
  [commandIds.capture]: capture,
  [commandIds.captureSelection]: captureSelection,
  [commandIds.captureTerminalSelection]: captureTerminalSelection,
  [commandIds.captureChange]: captureChange,
  [commandIds.captureClipboard]: captureClipboard,
  [commandIds.jump]: jump,
  [commandIds.openItem]: openItem,
  [commandIds.copyLink]: copyLink,
  [commandIds.edit]: edit,
  [commandIds.changeWaiting]: changeWaiting,
  [commandIds.movePromise]: movePromise,
  [commandIds.acknowledge]: acknowledge,
  [commandIds.sendBack]: sendBack,
  [commandIds.markReturned]: markReturned,
  [commandIds.deliberate]: deliberate,
  [commandIds.handOver]: handOver,
  [commandIds.block]: block,
  [commandIds.unblock]: unblock,
  [commandIds.verifyBlocker]: verifyBlocker,
  [commandIds.chase]: chase,
  [commandIds.stateDefault]: stateDefault,
  [commandIds.dropDefault]: dropDefault,
  [commandIds.confirmDefault]: confirmDefault,
  [commandIds.decide]: decide,
  [commandIds.clear]: clear,
  [commandIds.withdraw]: withdraw,
  [commandIds.reopen]: reopen,
  [commandIds.setCheckDay]: setCheckDay,
  [commandIds.answerCheck]: answerCheck,
  [commandIds.review]: review,
  [commandIds.groupBy]: groupBy,
  [commandIds.assign]: assign,
  [commandIds.checkClarity]: checkClarityOf,
  [commandIds.dropDraft]: dropDraft,
  [commandIds.openBrief]: openBrief,
  [commandIds.copyBrief]: copyBrief,
  [commandIds.saveBrief]: saveBrief,
  [commandIds.changeAssignment]: changeAssignment,
  [commandIds.reassign]: reassign,
  [commandIds.closeAssignment]: closeAssignment,
  [commandIds.settleClarity]: settleClarity,
  [commandIds.addPriority]: addPriority,
  [commandIds.renamePriority]: renamePriority,
  [commandIds.retirePriority]: retirePriority,
  [commandIds.rankPriorities]: rankPriorities,
  [commandIds.raisePriority]: raisePriority,
  [commandIds.lowerPriority]: lowerPriority,
  [commandIds.undo]: undo,
  [commandIds.redo]: redo,
  [commandIds.import]: importCsv,
  [commandIds.importJson]: importJson,
  [commandIds.importDecisionRecords]: importDecisionRecords,
  [commandIds.exportJson]: exportJson,
  [commandIds.exportCsv]: exportCsv,
  [commandIds.exportDecisionRecords]: exportDecisionRecords,
  [commandIds.exportLedger]: exportLedger,
  [commandIds.lookBack]: lookBack,
  [commandIds.exportCalendar]: exportCalendar,
  [commandIds.addSampleItems]: addSampleItems,
  [commandIds.removeSampleItems]: removeSampleItems,
  [commandIds.openWalkthrough]: openWalkthrough,
  [commandIds.openPanel]: openPanel,
  [commandIds.getBoard]: getBoard,
  [commandIds.getFigures]: getFigures,
  [commandIds.getWork]: getWork,
  [commandIds.openLog]: openLog,
  [commandIds.revealLogFolder]: revealLogFolder,
  [commandIds.health]: health,
  [commandIds.appendMissing]: appendMissing,
  [commandIds.allowMerges]: allowMerges,
  [commandIds.moveLogFolder]: moveLogFolder,
  [commandIds.forgetEverything]: forgetEverything,
};
