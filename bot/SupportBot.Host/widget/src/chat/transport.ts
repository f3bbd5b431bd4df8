import { DirectLine, type Activity } from 'botframework-directlinejs';
import type { AjaxCreationMethod } from 'rxjs/observable/dom/AjaxObservable';
import { ajax } from 'rxjs/observable/dom/ajax';
import 'rxjs/add/operator/do';
import type { Credentials } from '../shared/directLineApi';

/** Why a transport ended: `refused` needs a new token, after `dropped` the old one is still good. */
export type Loss = 'refused' | 'dropped' | 'socket-blocked';

export interface TransportEvents {
  opened(): void;
  received(activity: Activity): void;
  /** Said once; the transport is over then. */
  lost(why: Loss): void;
}

const openWithin = 6_000;
const silentFor = 60_000;
const unauthorised = [401, 403, 404];

/**
 * One DirectLine client and what it keeps to itself: that its socket closed, that polling stopped, that the
 * conversation is gone. It is never mended; whoever owns it makes a new one.
 */
export class Transport {
  readonly line: DirectLine;
  readonly #events: TransportEvents;
  readonly #subscriptions: { unsubscribe(): void }[] = [];
  #over = false;

  constructor(origin: string, credentials: Credentials, webSocket: boolean, events: TransportEvents) {
    this.#events = events;
    this.line = new DirectLine({
      token: credentials.token,
      conversationId: credentials.conversationId,
      watermark: '0',
      domain: `${origin}/v3/directline`,
      webSocket,
      pollingInterval: 2_000,
      ajax: this.#observedAjax(webSocket),
      WebSocket: this.#observedSocket(),
    });
    this.#subscriptions.push(
      this.line.activity$.subscribe(
        activity => this.#over || events.received(activity),
        () => this.lose('refused'),
        () => this.lose('dropped')),
      this.line.connectionStatus$.subscribe(status => {
        if (status >= 3) this.lose('refused');
      }));
  }

  /** DirectLine does not offer it; the version is pinned. */
  get watermark(): string {
    return (this.line as unknown as { watermark: string }).watermark;
  }

  lose(why: Loss): void {
    if (this.#over) return;
    this.close();
    this.#events.lost(why);
  }

  close(): void {
    this.#over = true;
    // DirectLine may still be inside the constructor or a callback of its own.
    queueMicrotask(() => {
      for (const subscription of this.#subscriptions) subscription.unsubscribe();
      this.line.end();
    });
  }

  #observedAjax(webSocket: boolean): AjaxCreationMethod {
    const observed = (request: Parameters<AjaxCreationMethod>[0]) => {
      const { method, url = '' } = typeof request === 'string' ? { method: 'GET', url: request } : request;
      const isPoll = !webSocket && method === 'GET' && url.includes('/activities?');
      const connects = method === 'GET' && /\/conversations\/[^/]+\?/.test(url);
      return ajax(request as string).do(
        () => isPoll && !this.#over && this.#events.opened(),
        (error: { status?: number }) => {
          if (!isPoll && !connects) return;
          this.lose(unauthorised.includes(error.status ?? 0) ? 'refused' : 'dropped');
        });
    };
    return observed as AjaxCreationMethod;
  }

  #observedSocket(): typeof WebSocket {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the class below has a `this` of its own
    const transport = this;
    class ObservedSocket extends WebSocket {
      constructor(url: string | URL) {
        super(url);
        let opened = false;
        let keptAlive = false;
        let heardAt = Date.now();
        const tooSlow = setTimeout(() => transport.lose('socket-blocked'), openWithin);
        // A connection that died while the machine slept says nothing; a server that sends keep-alives gives it away.
        const watchdog = setInterval(() => {
          if (keptAlive && Date.now() - heardAt > silentFor) transport.lose('dropped');
        }, silentFor / 4);
        const over = () => {
          clearTimeout(tooSlow);
          clearInterval(watchdog);
          transport.lose(opened ? 'dropped' : 'socket-blocked');
        };
        this.addEventListener('open', () => {
          opened = true;
          clearTimeout(tooSlow);
          transport.#events.opened();
        });
        this.addEventListener('message', event => {
          heardAt = Date.now();
          keptAlive ||= event.data === '';
        });
        this.addEventListener('close', over);
        this.addEventListener('error', over);
      }
    }
    return ObservedSocket;
  }
}
