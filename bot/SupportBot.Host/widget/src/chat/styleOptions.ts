import type { StyleOptions } from 'botframework-webchat';

const blue = '#0b57d0';
const ink = '#1c2430';
const quiet = '#57606f';
const line = '#d5dbe5';

/** Every pair of text and ground here has a contrast of at least 4.5 : 1. */
export const styleOptions: StyleOptions = {
  accent: blue,
  subtle: quiet,
  backgroundColor: '#fff',
  primaryFont: 'system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
  fontSizeSmall: '82%',

  bubbleBackground: '#f2f5fa',
  bubbleBorderColor: '#f2f5fa',
  bubbleBorderRadius: 12,
  bubbleTextColor: ink,
  bubbleMinWidth: 0,
  bubbleMaxWidth: 340,
  bubbleFromUserBackground: blue,
  bubbleFromUserBorderColor: blue,
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserTextColor: '#fff',

  suggestedActionLayout: 'flow',
  suggestedActionBorderRadius: 18,
  suggestedActionBorderWidth: 1,
  suggestedActionHeight: 36,
  suggestedActionTextColor: blue,
  suggestedActionBorderColor: blue,
  suggestedActionBackgroundColorOnHover: '#e8f0fe',

  // A long answer stops at its beginning, with a button to what follows.
  autoScrollSnapOnPage: true,
  scrollToEndButtonBehavior: 'any',
  transcriptOverlayButtonBackground: '#0947ab',
  transcriptOverlayButtonBackgroundOnFocus: '#0947ab',
  transcriptOverlayButtonBackgroundOnHover: '#0b57d0',

  sendBoxTextWrap: true,
  sendBoxTextColor: ink,
  sendBoxPlaceholderColor: quiet,
  sendBoxBorderTop: `solid 1px ${line}`,
  sendBoxButtonColor: quiet,
  sendBoxMaxHeight: 140,

  markdownRenderHTML: false,
  uploadAccept: 'image/png,image/jpeg,application/pdf,text/plain,text/csv,.csv',
  enableUploadThumbnail: false,
  timestampColor: quiet,

  // Longer than steadyConnection.ts tries, so that nobody presses Retry on a message that is still being sent.
  sendTimeout: 45_000,
  sendTimeoutForAttachments: 120_000,
};
