/** Sentences that the flows of the guided setup begin with; people change them in the form. */
export const setupSays = {
  greeting: 'Welcome. Thank you for calling.',
  waiting: 'All of our agents are helping other customers. Please stay on the line.',
  offer: 'All of our agents are busy. Press 1 if you want us to call you back. Press 2 to keep waiting on the line.',
  askLocal: 'Please enter your ten-digit phone number, area code first. Then press pound.',
  askInternational: 'Please enter your phone number, country code first. Then press pound.',
  notValid: 'That is not a valid phone number.',
  promise: 'Thank you. We will call you back as soon as an agent is free. Goodbye.',
  customerWhisper: 'Hello, this is your scheduled callback. Please stay on the line: we are connecting you to an agent.',
  agentWhisper: 'You are about to be connected to a customer who asked to be called back.',
  notDialable: 'We cannot call that number from here.',
  failed: 'We are sorry, we cannot arrange a callback right now. You keep your place in line.',
  full: 'We are sorry: more people are waiting than we can serve. Please call again later. Goodbye.',
  sorry: 'We are sorry, something went wrong. Please call again. Goodbye.',
} as const;

/** What the flows are described as, in the list of flows. */
export const setupDescribes = {
  inbound: 'Greets the caller and offers a callback. Made by the guided setup.',
  waiting: 'Music, and every so often the offer to be called back. Made by the guided setup.',
  customerWhisper: 'What a customer hears who picks up a callback. Made by the guided setup.',
  agentWhisper: 'What the agent hears after accepting a callback. Made by the guided setup.',
} as const;
