import { createElement, type ReactNode } from 'react';

interface Message {
  type?: string;
  text?: string;
  from?: { id?: string; name?: string; role?: string };
  attachments?: { name?: string }[];
  channelData?: Record<string, unknown>;
}

type Draw = (...args: unknown[]) => ReactNode;
type Drawing = (shown: { activity: Message }, ...args: unknown[]) => Draw | false;

/** Both read out before each message: Web Chat calls everybody but the reader a bot. */
export const spokenNames = { ACTIVITY_BOT_SAID_ALT: 'From support:', ACTIVITY_BOT_ATTACHED_ALT: 'From support, attached:' };

/** The name of the person of the support team who wrote it; undefined where the bot or the reader did. */
function agentOf({ type, from }: Message): string | undefined {
  return type === 'message' && from?.id?.startsWith('agent:') ? from.name ?? 'Support' : undefined;
}

/** Stands above what a person of the support team wrote, so that nobody takes it for the bot. */
export const agentNames = () => (next: Drawing): Drawing => (shown, ...others) => {
  const draw = next(shown, ...others);
  const agent = agentOf(shown.activity);
  if (!agent || !draw) return draw;

  return (...args) => createElement('div', { className: 'supportbot-agent' },
    createElement('p', { className: 'supportbot-agent-name' },
      createElement('span', { 'aria-hidden': true, className: 'supportbot-agent-initial' }, agent.slice(0, 1).toUpperCase()),
      createElement('strong', null, agent),
      ' Support team'),
    draw(...args));
};

/** The same for those who listen. */
export function withSpokenName(activity: Message): Message {
  const agent = agentOf(activity);
  if (!agent) return activity;

  const files = (activity.attachments ?? []).map(file => file.name ?? 'a file');
  const words = [`${agent} of the support team:`, activity.text, files.length > 0 ? `Attached: ${files.join(', ')}.` : ''].filter(Boolean).join(' ');
  return { ...activity, channelData: { ...activity.channelData, 'webchat:fallback-text': words } };
}
