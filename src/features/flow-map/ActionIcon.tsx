import {
  Captions, CircleDot, CircleStop, CornerDownLeft, NotebookPen, PhoneCall, ScrollText, Speech, Clock3, Gauge, GitFork, Grip, Hourglass, ListOrdered, ListPlus, PhoneForwarded, PhoneIncoming, PhoneOff, Repeat, Shuffle, Square, SquareFunction, Tag, Webhook, Workflow, Volume2,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  MessageParticipant: Volume2, MessageParticipantIteratively: Captions, GetParticipantInput: Grip, Wait: Hourglass, DisconnectParticipant: PhoneOff,
  EndFlowExecution: CircleStop, UpdateContactCallbackNumber: PhoneIncoming, CreateCallbackContact: PhoneForwarded, UpdateContactTargetQueue: ListPlus,
  TransferContactToQueue: ListOrdered, DequeueContactAndTransferToQueue: ListOrdered, UpdateContactRoutingBehavior: ListOrdered, CheckHoursOfOperation: Clock3,
  CheckMetricData: Gauge, GetMetricData: Gauge, UpdateContactEventHooks: Webhook, UpdateContactAttributes: Tag, Compare: GitFork,
  DistributeByPercentage: Shuffle, Loop: Repeat, TransferToFlow: Workflow, InvokeFlowModule: Workflow, InvokeLambdaFunction: SquareFunction,
  UpdateContactTextToSpeechVoice: Speech, UpdateFlowLoggingBehavior: ScrollText, UpdateContactRecordingBehavior: CircleDot, CompleteOutboundCall: PhoneCall,
  EndFlowModuleExecution: CornerDownLeft, UpdateFlowAttributes: NotebookPen,
};

/** The picture of an action type, beside its title. */
export function ActionIcon({ type, size }: { readonly type: string; readonly size: number }) {
  const Icon = Object.hasOwn(icons, type) ? (icons[type] ?? Square) : Square;
  return <Icon size={size} aria-hidden />;
}
