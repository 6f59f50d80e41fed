import { html, nothing, type TemplateResult } from 'lit/html.js';
import { actsOf, type OfferedAct } from '../../core/panel/acts.ts';
import { t } from '../../core/text/translate.ts';
import type { Session } from '../state/session.ts';
import { sayAct, sayActWithLetter } from '../wording/acts.ts';
import { icon, type IconName } from './icon.ts';

interface Actable {
  readonly id: string;
  readonly title: string;
  readonly offers: string;
}

/** The acts that have a button in a list: what closes the item, holding it, and sending it back. */
function listActsOf(item: Actable): readonly OfferedAct[] {
  return actsOf(item).filter(({ act }) => act in listIcons);
}

const listIcons: Readonly<Partial<Record<OfferedAct['act'], IconName>>> = {
  confirmDefault: 'check',
  decide: 'check',
  deliberate: 'pause',
  sendBack: 'reply',
};

/** The buttons of an item with their names, the first of them filled if it is the one to start with. */
export function actButtons(item: Actable, session: Session, isFirstFilled = false): TemplateResult {
  return html`${listActsOf(item).map(
    ({ act, letter }, index) =>
      html`<button
        class="button ${isFirstFilled && index === 0 ? 'primary' : ''}"
        data-act=${act}
        title=${sayActWithLetter(act, item.offers, letter)}
        aria-label=${t('{0} “{1}”', sayAct(act, item.offers), item.title)}
        @click=${() => session.sendRequest({ type: 'act', act, id: item.id })}
      >
        ${sayAct(act, item.offers)}
      </button>`,
  )}`;
}

/** The same buttons as icons, and one for the menu of all acts. */
export function actIcons(item: Actable, session: Session, tabindex: 0 | -1): TemplateResult {
  return html`${listActsOf(item).map(({ act, letter }) => {
      const name = listIcons[act];
      return name === undefined
        ? nothing
        : html`<button
            class="act"
            data-act=${act}
            tabindex=${tabindex}
            title=${sayActWithLetter(act, item.offers, letter)}
            aria-label=${t('{0} “{1}”', sayAct(act, item.offers), item.title)}
            @click=${() => session.sendRequest({ type: 'act', act, id: item.id })}
          >
            ${icon(name)}
          </button>`;
    })}<button
      class="act"
      tabindex=${tabindex}
      aria-label=${t('More for “{0}”', item.title)}
      aria-haspopup="menu"
      title=${t('More')}
      @click=${openMenu}
    >
      ${icon('ellipsis')}
    </button>`;
}

/** Opens VS Code's context menu, as a right click does. */
function openMenu(event: Event): void {
  const button = event.currentTarget as Element;
  const { left, bottom } = button.getBoundingClientRect();
  button.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, clientX: left, clientY: bottom }));
  event.stopPropagation();
}
