import { ConnectionStatus, type Activity } from 'botframework-directlinejs';
import { BehaviorSubject } from 'rxjs/BehaviorSubject';
import { Observable } from 'rxjs/Observable';
import { ReplaySubject } from 'rxjs/ReplaySubject';
import 'rxjs/add/operator/filter';
import 'rxjs/add/operator/take';
import 'rxjs/add/operator/toPromise';
import type { ChatHost } from '../shared/contract';
import { generateToken, HttpError, startConversation, type Credentials } from '../shared/directLineApi';
import { userId, visitorKey } from '../shared/visitor';
import { BackOff } from './backOff';
import { Transport, type Loss } from './transport';

export type Health = 'connecting' | 'online' | 'interrupted' | 'failed';

export interface ConnectionEvents {
  /** Said at every sign-in, before anything else comes. */
  signedIn(userId: string): void;
  health(health: Health, why?: 'sign-in' | 'network'): void;
  received(activity: Activity): void;
  /** A message that the server will never take, with the HTTP status. */
  rejected(status: number): void;
}

/**
 * The one connection that Web Chat sees for as long as the page lives. Behind it stands a DirectLine client, which is
 * replaced whenever it dies: expired token, lost conversation, closed socket, stopped polling, blocked WebSocket.
 * A message is posted again with the same client id until it is taken; the server knows it by that id.
 */
export class SteadyConnection {
  readonly connectionStatus$ = new BehaviorSubject<ConnectionStatus>(ConnectionStatus.Uninitialized);
  /** Web Chat subscribes twice, the second time only when online. */
  readonly activity$ = new ReplaySubject<Activity>();
  readonly #transport$ = new BehaviorSubject<Transport | undefined>(undefined);
  readonly #backOff = new BackOff();
  readonly #host: ChatHost;
  readonly #events: ConnectionEvents;
  #credentials: Credentials | undefined;
  #webSocket = true;
  #socketFailures = 0;
  #socketHasWorked = false;
  #wasOnline = false;
  #ended = false;
  visitor = '';

  constructor(host: ChatHost, events: ConnectionEvents) {
    this.#host = host;
    this.#events = events;
    this.connectionStatus$.next(ConnectionStatus.Connecting);
  }

  get conversationId(): string {
    return this.#credentials?.conversationId ?? '';
  }

  get watermark(): string {
    return this.#transport$.getValue()?.watermark || '0';
  }

  async connect(): Promise<void> {
    if (this.#ended) return;
    let stage: 'sign-in' | 'network' = 'sign-in';
    try {
      if (!this.#credentials || this.#credentials.expiresAt < Date.now() + 60_000) {
        const userToken = await this.#host.getUserToken();
        this.visitor = visitorKey(userToken);
        stage = 'network';
        const credentials = await generateToken(this.#host.origin, userToken, this.#host.caseId);
        await startConversation(this.#host.origin, credentials, this.#host.locale);
        this.#credentials = credentials;
        this.#events.signedIn(userId(userToken));
      }
    } catch (error) {
      this.#credentials = undefined;
      const refused = error instanceof HttpError && (error.status === 401 || error.status === 403);
      this.#interrupted(refused ? 'sign-in' : stage);
      return;
    }
    if (this.#ended) return;
    const transport: Transport = new Transport(this.#host.origin, this.#credentials, this.#webSocket, {
      opened: () => this.#opened(transport),
      received: activity => {
        this.#events.received(activity);
        this.activity$.next(activity);
      },
      lost: why => this.#lost(why),
    });
  }

  retryNow(): void {
    this.#backOff.run();
  }

  postActivity(activity: Activity): Observable<string> {
    return new Observable<string>(subscriber => {
      let wanted = true;
      void this.#post(activity, () => wanted).then(
        id => {
          subscriber.next(id);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error));
      return () => void (wanted = false);
    });
  }

  end(): void {
    this.#ended = true;
    this.#backOff.stop();
    this.#transport$.getValue()?.close();
  }

  #opened(transport: Transport): void {
    if (this.#transport$.getValue() === transport) return;
    this.#backOff.succeeded();
    this.#wasOnline = true;
    if (this.#webSocket) {
      this.#socketHasWorked = true;
      this.#socketFailures = 0;
    }
    this.#transport$.next(transport);
    if (this.connectionStatus$.getValue() !== ConnectionStatus.Online) this.connectionStatus$.next(ConnectionStatus.Online);
    this.#events.health('online');
  }

  #lost(why: Loss): void {
    this.#transport$.next(undefined);
    if (why === 'refused') this.#credentials = undefined;
    if (why === 'socket-blocked') {
      // A proxy that blocks WebSockets does so at once; one that worked before deserves more patience.
      this.#socketFailures += 1;
      if (!this.#socketHasWorked || this.#socketFailures >= 3) this.#webSocket = false;
    }
    this.#interrupted('network');
  }

  #interrupted(why: 'sign-in' | 'network'): void {
    if (this.#ended) return;
    this.#events.health(this.#wasOnline ? 'interrupted' : 'failed', why);
    this.#backOff.schedule(() => void this.connect());
  }

  async #post(activity: Activity, wanted: () => boolean): Promise<string> {
    // Web Chat says "Send failed" a little later (styleOptions.ts); until then there is time for another try.
    const giveUpAt = Date.now() + ('attachments' in activity && activity.attachments?.length ? 110_000 : 40_000);
    for (;;) {
      const transport = await this.#online(giveUpAt);
      try {
        const id = (await transport.line.postActivity(activity).toPromise()) as string;
        if (id !== 'retry') return id;
      } catch (error) {
        const status = (error as { status?: number }).status ?? 0;
        if (status === 401 || status === 404) transport.lose('refused');
        else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
          this.#events.rejected(status);
          throw error;
        }
      }
      if (!wanted() || Date.now() > giveUpAt) throw new Error('The message could not be sent.');
      await pause(1_500);
    }
  }

  #online(giveUpAt: number): Promise<Transport> {
    const ready = this.#transport$.filter(transport => transport !== undefined).take(1).toPromise() as Promise<Transport>;
    const late = pause(Math.max(0, giveUpAt - Date.now())).then(() => Promise.reject(new Error('There is no connection.')));
    return Promise.race([ready, late]);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
