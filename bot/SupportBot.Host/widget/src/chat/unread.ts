import { isFromSupport, type ChatActivity } from '../shared/directLineApi';
import { recall, remember } from '../shared/visitor';

/** Which messages the visitor has had on screen. A replayed history counts the same as live messages. */
export class Unread {
  #open = false;
  #seenAt: string | undefined;
  #newest = '';
  #arrived = new Map<string, string>();

  constructor(
    private readonly place: () => { visitor: string; conversationId: string; watermark: string },
    private readonly show: (count: number) => void) {}

  received(activity: ChatActivity): void {
    const at = activity.timestamp ?? '';
    if (activity.type !== 'message' || !activity.id) return;
    if (at > this.#newest) this.#newest = at;
    if (this.#open) this.#store();
    else if (isFromSupport(activity)) {
      this.#arrived.set(activity.id, at);
      this.#count();
    }
  }

  shown(): void {
    this.#open = true;
    this.#arrived.clear();
    this.show(0);
    this.#store();
  }

  hidden(): void {
    this.#open = false;
  }

  #count(): void {
    this.#seenAt ??= recall(this.place().visitor)?.seenAt ?? '';
    const seenAt = this.#seenAt;
    this.show([...this.#arrived.values()].filter(at => at > seenAt).length);
  }

  #store(): void {
    const { visitor, conversationId, watermark } = this.place();
    if (!conversationId || !this.#newest) return;
    this.#seenAt = this.#newest;
    remember(visitor, { conversationId, watermark, seenAt: this.#newest });
  }
}
