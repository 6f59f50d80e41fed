/**
 * Ids of commands, views and documents. They are public and must not change: keybindings, tasks and other extensions
 * use them.
 */
export const commandIds = {
  capture: 'pacesetter.capture',
  captureSelection: 'pacesetter.captureSelection',
  captureTerminalSelection: 'pacesetter.captureTerminalSelection',
  captureChange: 'pacesetter.captureChange',
  captureClipboard: 'pacesetter.captureClipboard',
  jump: 'pacesetter.jump',
  openItem: 'pacesetter.openItem',
  copyLink: 'pacesetter.copyLink',
  openRequest: 'pacesetter.openRequest',
  takeBackRequest: 'pacesetter.takeBackRequest',
  edit: 'pacesetter.edit',
  changeWaiting: 'pacesetter.changeWaiting',
  movePromise: 'pacesetter.movePromise',
  acknowledge: 'pacesetter.acknowledge',
  sendBack: 'pacesetter.sendBack',
  markReturned: 'pacesetter.markReturned',
  deliberate: 'pacesetter.deliberate',
  handOver: 'pacesetter.handOver',
  block: 'pacesetter.block',
  unblock: 'pacesetter.unblock',
  verifyBlocker: 'pacesetter.verifyBlocker',
  chase: 'pacesetter.chase',
  stateDefault: 'pacesetter.stateDefault',
  dropDefault: 'pacesetter.dropDefault',
  confirmDefault: 'pacesetter.confirmDefault',
  decide: 'pacesetter.decide',
  clear: 'pacesetter.clear',
  withdraw: 'pacesetter.withdraw',
  reopen: 'pacesetter.reopen',
  setCheckDay: 'pacesetter.setCheckDay',
  answerCheck: 'pacesetter.answerCheck',
  settleDisagreement: 'pacesetter.settleDisagreement',
  openPerson: 'pacesetter.openPerson',
  markDiscussed: 'pacesetter.markDiscussed',
  samePerson: 'pacesetter.samePerson',
  differentPerson: 'pacesetter.differentPerson',
  review: 'pacesetter.review',
  groupBy: 'pacesetter.groupBy',
  assign: 'pacesetter.assign',
  checkClarity: 'pacesetter.checkClarity',
  dropDraft: 'pacesetter.dropDraft',
  openBrief: 'pacesetter.openBrief',
  copyBrief: 'pacesetter.copyBrief',
  saveBrief: 'pacesetter.saveBrief',
  changeAssignment: 'pacesetter.changeAssignment',
  reassign: 'pacesetter.reassign',
  closeAssignment: 'pacesetter.closeAssignment',
  settleClarity: 'pacesetter.settleClarity',
  addPriority: 'pacesetter.addPriority',
  renamePriority: 'pacesetter.renamePriority',
  retirePriority: 'pacesetter.retirePriority',
  rankPriorities: 'pacesetter.rankPriorities',
  raisePriority: 'pacesetter.raisePriority',
  lowerPriority: 'pacesetter.lowerPriority',
  undo: 'pacesetter.undo',
  redo: 'pacesetter.redo',
  import: 'pacesetter.import',
  importJson: 'pacesetter.importJson',
  importDecisionRecords: 'pacesetter.importDecisionRecords',
  exportJson: 'pacesetter.exportJson',
  exportCsv: 'pacesetter.exportCsv',
  exportDecisionRecords: 'pacesetter.exportDecisionRecords',
  exportLedger: 'pacesetter.exportLedger',
  lookBack: 'pacesetter.lookBack',
  exportCalendar: 'pacesetter.exportCalendar',
  connectGitHub: 'pacesetter.connectGitHub',
  disconnectGitHub: 'pacesetter.disconnectGitHub',
  refreshRequests: 'pacesetter.refreshRequests',
  addSampleItems: 'pacesetter.addSampleItems',
  removeSampleItems: 'pacesetter.removeSampleItems',
  openWalkthrough: 'pacesetter.openWalkthrough',
  openPanel: 'pacesetter.openPanel',
  getBoard: 'pacesetter.getBoard',
  getFigures: 'pacesetter.getFigures',
  getWork: 'pacesetter.getWork',
  getPerson: 'pacesetter.getPerson',
  openLog: 'pacesetter.openLog',
  revealLogFolder: 'pacesetter.revealLogFolder',
  health: 'pacesetter.health',
  appendMissing: 'pacesetter.appendMissing',
  allowMerges: 'pacesetter.allowMerges',
  moveLogFolder: 'pacesetter.moveLogFolder',
  forgetEverything: 'pacesetter.forgetEverything',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/**
 * Commands between the trees and this extension: a row is chosen, by click, Enter or a letter key; and the letter key is
 * pressed. They are in no list of the manifest, so that VS Code calls them at once, also the first time.
 */
export const rowCommandIds = { choose: 'pacesetter.chooseRow', pressKey: 'pacesetter.pressKey' } as const;

/** The command of a letter key in a review, with the letter. It is in no list of the manifest either. */
export const reviewLetterId = 'pacesetter.pressLetter';

export const waitingViewId = 'pacesetter.waiting';
export const prioritiesViewId = 'pacesetter.priorities';
export const assignmentsViewId = 'pacesetter.assignments';

/** View type of the panel, also used to restore it after a reload and in the clauses of its menus. */
export const panelViewType = 'pacesetter.panel';

/** View type of the tab of items and people. */
export const itemViewType = 'pacesetter.item';

/** Id of the walkthrough within this extension. */
export const walkthroughId = 'start';

/**
 * Context keys for `when` clauses: whether the extension is running, whether the views have something to show, whether
 * the sample is in the log, whether GitHub is connected, whether a review waits for a letter, and the words of what can be
 * done to something there is.
 */
export const contextKeys = {
  isRunning: 'pacesetter.isRunning',
  hasBoard: 'pacesetter.hasBoard',
  hasSample: 'pacesetter.hasSample',
  isConnected: 'pacesetter.isConnected',
  isReviewing: 'pacesetter.isReviewing',
  possible: 'pacesetter.possible',
} as const;

/** Id of the extension, also used in links to it. */
export const extensionId = 'pacesetter-dev.pacesetter';

/** URI scheme of the read-only pages of this extension. */
export const pageScheme = 'pacesetter';
