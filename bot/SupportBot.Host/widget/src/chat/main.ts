import type { Chat, ChatHost } from '../shared/contract';
import css from './chat.css?inline';
import { CopyNote } from './copyNote';
import { Notice } from './notice';
import { SteadyConnection } from './steadyConnection';
import { Unread } from './unread';
import { WebChat } from './webChat';

const styles = new CSSStyleSheet();
styles.replaceSync(css);

/** The chat in the element, connected to the seller user's conversation. */
export function mount(element: HTMLElement, host: ChatHost): Chat {
  if (!document.adoptedStyleSheets.includes(styles)) document.adoptedStyleSheets.push(styles);

  const notice = new Notice(() => connection.retryNow());
  const webChat = new WebChat(new CopyNote(words => notice.tell(words)));
  const unread: Unread = new Unread(() => connection, host.setUnread);
  const connection: SteadyConnection = new SteadyConnection(host, {
    signedIn: userId => webChat.draw(connection, userId, host.locale),
    health: (health, why) => notice.health(health, why),
    received: activity => unread.received(activity),
    rejected: status => notice.rejected(status),
  });
  element.append(notice.element, webChat.element);
  void connection.connect();

  return {
    shown: () => unread.shown(),
    hidden: () => unread.hidden(),
    focus: isWanted => {
      // A virtual keyboard over half of the chat is not what somebody who opens it on a phone wants to see.
      if (!matchMedia('(pointer: coarse)').matches) webChat.focus(isWanted);
    },
    say: text => webChat.say(text),
    end: () => {
      connection.end();
      webChat.end();
    },
  };
}
