import ReactWebChat, { createStore } from 'botframework-webchat';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Chat, ChatHost } from '../shared/contract';
import css from './chat.css?inline';
import { Notice } from './notice';
import { SteadyConnection } from './steadyConnection';
import { styleOptions } from './styleOptions';
import { Unread } from './unread';

const styles = new CSSStyleSheet();
styles.replaceSync(css);

/** React draws the box a moment after the chat has been asked for. */
function focusSendBox(chat: HTMLElement): void {
  const box = chat.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]');
  if (box) box.focus();
  else if (chat.isConnected) requestAnimationFrame(() => focusSendBox(chat));
}

/** Web Chat in the element, connected to the seller user's conversation. */
export function mount(element: HTMLElement, host: ChatHost): Chat {
  if (!document.adoptedStyleSheets.includes(styles)) document.adoptedStyleSheets.push(styles);

  const notice = new Notice(() => connection.retryNow());
  const unread: Unread = new Unread(() => connection, host.setUnread);
  const connection: SteadyConnection = new SteadyConnection(host, {
    health: (health, why) => notice.health(health, why),
    received: activity => unread.received(activity),
    rejected: status => notice.rejected(status),
  });
  const store = createStore();
  const chat = document.createElement('div');
  chat.className = 'supportbot-chat';
  element.append(notice.element, chat);

  const root = createRoot(chat);
  root.render(createElement(ReactWebChat, {
    directLine: connection,
    store,
    styleOptions,
    locale: host.locale,
  } as unknown as Parameters<typeof ReactWebChat>[0]));
  void connection.connect();

  return {
    shown: () => unread.shown(),
    hidden: () => unread.hidden(),
    // A virtual keyboard over half of the chat is not what somebody who opens it on a phone wants to see.
    focus: () => matchMedia('(pointer: coarse)').matches || focusSendBox(chat),
    say: text => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard', channelData: undefined } }),
    end: () => {
      connection.end();
      root.unmount();
    },
  };
}
