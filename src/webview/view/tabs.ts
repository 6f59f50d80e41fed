import { html, type TemplateResult } from 'lit/html.js';
import { sayTab } from '../wording/panel.ts';
import { type PanelTab, panelTabs } from '../state/viewState.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';

/** The tabs of the panel; arrow keys, Home and End switch between them. */
export function tabBar(session: Session): TemplateResult {
  const { tab: shown } = session.state;
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to =
      event.key === 'Home'
        ? panelTabs[0]
        : event.key === 'End'
          ? panelTabs.at(-1)
          : step === undefined
            ? undefined
            : // The tab shown now: the last key may not have been drawn yet.
              panelTabs.at((panelTabs.indexOf(session.state.tab) + step) % panelTabs.length);
    if (to === undefined) return;
    event.preventDefault();
    show(session, to);
    document.getElementById(`tab-${to}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${t('Parts of the panel')} @keydown=${walk}>
    ${panelTabs.map(
      (tab) =>
        html`<button
          role="tab"
          id="tab-${tab}"
          aria-selected=${tab === shown ? 'true' : 'false'}
          aria-controls="part"
          tabindex=${tab === shown ? 0 : -1}
          @click=${() => show(session, tab)}
        >
          ${sayTab(tab)}
        </button>`,
    )}
  </div>`;
}

function show(session: Session, tab: PanelTab): void {
  if (tab !== session.state.tab) session.updateView({ tab });
}
