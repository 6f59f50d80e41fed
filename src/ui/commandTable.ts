import { changeAssignment, closeAssignment, reassign } from './commands/assignments/assignmentChanges.ts';
import { settleClarity } from './commands/assignments/settleClarity.ts';
import { assign, checkClarityOf, dropDraft } from './commands/assignments/assign.ts';
import { block, chase, unblock, verifyBlocker } from './commands/items/block.ts';
import { copyBrief, openBrief, saveBrief } from './commands/assignments/brief.ts';
import { capture } from './commands/items/capture.ts';
import {
  captureChange,
  captureClipboard,
  captureSelection,
  captureTerminalSelection,
} from './commands/items/captureFrom.ts';
import { changeWaiting } from './commands/items/changeWaiting.ts';
import { clear } from './commands/items/clear.ts';
import { copyLink } from './commands/items/copyLink.ts';
import { decide } from './commands/items/decide.ts';
import { edit } from './commands/items/edit.ts';
import { exportLedger } from './commands/reports/exportLedger.ts';
import { getBoard } from './commands/reports/getBoard.ts';
import { getFigures } from './commands/reports/getFigures.ts';
import { getPerson } from './commands/reports/getPerson.ts';
import { differentPerson, markDiscussed, openPerson, samePerson } from './commands/people/people.ts';
import { getWork } from './commands/reports/getWork.ts';
import { groupBy } from './commands/views/groupBy.ts';
import { forgetEverything } from './commands/log/forgetEverything.ts';
import { allowMerges, appendMissing, health } from './commands/log/health.ts';
import type { exchangeTable } from './commands/exchange/exchangeTable.ts';
import { lookBack } from './commands/reports/lookBack.ts';
import { jump } from './commands/items/jump.ts';
import { movePromise } from './commands/items/movePromise.ts';
import { moveLogFolder } from './commands/log/moveLogFolder.ts';
import { openItem } from './commands/items/openItem.ts';
import { openLog, revealLogFolder } from './commands/log/openLog.ts';
import {
  addPriority,
  lowerPriority,
  raisePriority,
  rankPriorities,
  renamePriority,
  retirePriority,
} from './commands/priorities/prioritise.ts';
import { openPanel } from './commands/views/openPanel.ts';
import { redo } from './commands/log/redo.ts';
import { acknowledge, deliberate, handOver, markReturned, sendBack } from './commands/items/respond.ts';
import { openWalkthrough } from './commands/views/openWalkthrough.ts';
import { connectGitHub, disconnectGitHub, refreshRequests } from './commands/requests/connection.ts';
import { openRequest } from './commands/requests/openRequest.ts';
import { takeBackRequest } from './commands/requests/takeBackRequest.ts';
import { review } from './commands/items/review.ts';
import { addSampleItems, removeSampleItems } from './commands/log/sample.ts';
import { answerCheck, setCheckDay } from './commands/items/checks.ts';
import { settleDisagreement } from './commands/items/disagreement.ts';
import { confirmDefault, dropDefault, stateDefault } from './commands/items/defaults.ts';
import { undo } from './commands/log/undo.ts';
import { reopen, withdraw } from './commands/items/withdrawAndReopen.ts';
import { type CommandId, commandIds } from './commandIds.ts';
import type { Command, Services } from './commandContext.ts';
import { answerDone } from './undoMessages.ts';

/** A command that is loaded when it first runs. */
const exchange =
  (name: keyof typeof exchangeTable): Command =>
  async (context, argument) =>
    (await import('./commands/exchange/exchangeTable.ts')).exchangeTable[name](context, argument);

/** All commands. A test compares this table with package.json. */
const commandTable: Readonly<Record<CommandId, Command>> = {
  [commandIds.capture]: capture,
  [commandIds.captureSelection]: captureSelection,
  [commandIds.captureTerminalSelection]: captureTerminalSelection,
  [commandIds.captureChange]: captureChange,
  [commandIds.captureClipboard]: captureClipboard,
  [commandIds.jump]: jump,
  [commandIds.openItem]: openItem,
  [commandIds.copyLink]: copyLink,
  [commandIds.openRequest]: openRequest,
  [commandIds.takeBackRequest]: takeBackRequest,
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
  [commandIds.settleDisagreement]: settleDisagreement,
  [commandIds.openPerson]: openPerson,
  [commandIds.markDiscussed]: markDiscussed,
  [commandIds.samePerson]: samePerson,
  [commandIds.differentPerson]: differentPerson,
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
  [commandIds.import]: exchange('importCsv'),
  [commandIds.importJson]: exchange('importJson'),
  [commandIds.importDecisionRecords]: exchange('importDecisionRecords'),
  [commandIds.exportJson]: exchange('exportJson'),
  [commandIds.exportCsv]: exchange('exportCsv'),
  [commandIds.exportDecisionRecords]: exchange('exportDecisionRecords'),
  [commandIds.exportLedger]: exportLedger,
  [commandIds.lookBack]: lookBack,
  [commandIds.exportCalendar]: exchange('exportCalendar'),
  [commandIds.connectGitHub]: connectGitHub,
  [commandIds.disconnectGitHub]: disconnectGitHub,
  [commandIds.refreshRequests]: refreshRequests,
  [commandIds.addSampleItems]: addSampleItems,
  [commandIds.removeSampleItems]: removeSampleItems,
  [commandIds.openWalkthrough]: openWalkthrough,
  [commandIds.openPanel]: openPanel,
  [commandIds.getBoard]: getBoard,
  [commandIds.getFigures]: getFigures,
  [commandIds.getWork]: getWork,
  [commandIds.getPerson]: getPerson,
  [commandIds.openLog]: openLog,
  [commandIds.revealLogFolder]: revealLogFolder,
  [commandIds.health]: health,
  [commandIds.appendMissing]: appendMissing,
  [commandIds.allowMerges]: allowMerges,
  [commandIds.moveLogFolder]: moveLogFolder,
  [commandIds.forgetEverything]: forgetEverything,
};

/** Runs a command. What a person did is shown to them, with an Undo button. */
export function runCommand(id: CommandId, services: Services, argument: unknown): Promise<unknown> {
  const { store } = services;
  return commandTable[id](
    { ...services, sayDone: (done, sentence) => void answerDone(store, done, sentence) },
    argument,
  );
}
