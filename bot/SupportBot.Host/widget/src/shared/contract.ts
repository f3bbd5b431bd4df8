/** What the launcher gives to the chat. */
export interface ChatHost {
  /** Where SupportBot is served, without a slash at the end. */
  readonly origin: string;
  readonly locale: string;
  /** The forwarded case to talk about, where its link led here. */
  readonly caseId: string | undefined;
  getUserToken(): Promise<string>;
  setUnread(count: number): void;
}

/** What the chat gives to the launcher. */
export interface Chat {
  shown(): void;
  hidden(): void;
  /** Puts the focus where one writes, at once or when that is drawn and `isWanted` still says so. */
  focus(isWanted: () => boolean): void;
  say(text: string): void;
  end(): void;
}

export type MountChat = (element: HTMLElement, host: ChatHost) => Chat;
