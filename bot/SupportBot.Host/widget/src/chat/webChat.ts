import ReactWebChat, { createStore } from 'botframework-webchat';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { agentNames, spokenNames, withSpokenName } from './agentMessages';
import type { CopyNote } from './copyNote';
import { KeptInputs } from './keptInputs';
import type { SteadyConnection } from './steadyConnection';
import { styleOptions } from './styleOptions';

interface Action {
  type: string;
  payload?: { activity: Parameters<typeof withSpokenName>[0] & { value?: { cardId?: string } } };
}

/** Microsoft's Web Chat in an element, drawn once it is known who speaks: it shows choices only to whom they are meant for. */
export class WebChat {
  readonly element = document.createElement('div');
  readonly #root = createRoot(this.element);
  readonly #unsent: string[] = [];
  readonly #keptInputs = new KeptInputs(this.element);
  #connected = false;
  #drawn = false;

  readonly #store = createStore({}, () => (next: (action: Action) => unknown) => (action: Action) => {
    const result = next(action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload
      ? { ...action, payload: { ...action.payload, activity: withSpokenName(action.payload.activity) } }
      : action);
    const sent = action.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED' ? action.payload?.activity.value?.cardId : undefined;
    if (sent) this.#keptInputs.forget(sent);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      this.#connected = true;
      queueMicrotask(() => this.#unsent.splice(0).forEach(text => this.say(text)));
    }
    return result;
  });

  readonly #copyNote: CopyNote;

  constructor(copyNote: CopyNote) {
    this.#copyNote = copyNote;
    this.element.className = 'supportbot-chat';
  }

  draw(connection: SteadyConnection, userID: string, locale: string): void {
    if (this.#drawn) return;
    this.#drawn = true;
    const props = {
      directLine: connection,
      store: this.#store,
      userID,
      locale,
      styleOptions,
      activityMiddleware: agentNames,
      attachmentMiddleware: this.#keptInputs.middleware,
      cardActionMiddleware: this.#copyNote.middleware,
      overrideLocalizedStrings: spokenNames,
    };
    this.#root.render(createElement(ReactWebChat, props as unknown as Parameters<typeof ReactWebChat>[0]));
  }

  say(text: string): void {
    if (this.#connected) this.#store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard', channelData: undefined } });
    else this.#unsent.push(text);
  }

  /** Moves the focus into the box as soon as there is one, unless the person has moved it elsewhere meanwhile. */
  focus(isWanted: () => boolean): void {
    const box = this.element.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]');
    if (box) box.focus();
    else setTimeout(() => isWanted() && this.focus(isWanted), 100);
  }

  end(): void {
    this.#root.unmount();
  }
}
