import { memo } from 'react';
import { Handle, Position } from '@xyflow/react';
import type { Node, NodeProps } from '@xyflow/react';
import { ArrowRight, Ban, CircleAlert, CircleDashed, CircleStop, Flag, Info, MapPin } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ActionIcon } from './ActionIcon.tsx';
import styles from './ActionNode.module.css';
import type { ActionSnapshot } from './map-snapshot.ts';
import type { ActionMarks } from './marks.ts';
import { actionNotes, visitWords } from './marks.ts';
import { NODE_WIDTH, nodeHeight } from './node-size.ts';

/** What a node of the map is drawn from. */
export interface ActionNodeData extends Record<string, unknown> {
  readonly action: ActionSnapshot;
  readonly marks: ActionMarks;
  readonly isSelected: boolean;
  readonly onSelect: (actionId: string) => void;
}
export type ActionNodeType = Node<ActionNodeData, 'action'>;

/** An action on the map: a button with its words, and its ways out, each with a handle. */
export const ActionNode = memo(function ActionNode({ data: { action, marks, isSelected, onSelect } }: NodeProps<ActionNodeType>) {
  const t = useText();
  return (
    <div className={cx(styles['node'], styles[marks.contact], isSelected && styles['selected'], marks.visits === 0 && styles['never'])} style={{ width: NODE_WIDTH, height: nodeHeight(action) }}>
      <Handle type="target" position={Position.Left} id="in" isConnectable={false} className={cx(styles['handle'], styles['in'])} aria-hidden />
      <Pills action={action} marks={marks} />
      {marks.moment !== null && <span className={styles['moment']} aria-hidden>{marks.moment}</span>}
      <button
        type="button" className={styles['head']} data-action={action.id} aria-pressed={isSelected}
        onClick={() => {
          onSelect(action.id);
        }}
      >
        <span className={styles['icon']} aria-hidden><ActionIcon type={action.type} size={18} /></span>
        <span className={styles['title']}><span className={styles['number']}>{action.number}.</span> {action.title}</span>
        {action.detail !== null && <span className={styles['detail']}><VisuallyHidden>, </VisuallyHidden>{action.detail}</span>}
        <VisuallyHidden>, {actionNotes(action, marks, t)}</VisuallyHidden>
      </button>
      <ul className={styles['rows']} aria-hidden>
        {action.rows.map((row, at) => {
          const rowMarks = marks.rows[at];
          return (
            <li key={row.branches[0]} className={cx(styles['row'], styles[row.kind], rowMarks?.isTaken === true && styles['taken'], row.to === null && styles['nowhere'])}>
              {rowMarks !== undefined && rowMarks.visits !== null && <span className={cx(styles['count'], rowMarks.visits === 0 && styles['zero'])}>{rowMarks.visits === 0 ? <CircleDashed size={12} /> : t('flowMap.times', { count: rowMarks.visits })}</span>}
              <span className={styles['words']}>{row.words}</span>
              {rowMarks?.isTaken === true && <ArrowRight size={12} />}
              <Handle type="source" position={Position.Right} id={String(at)} isConnectable={false} className={cx(styles['handle'], styles['out'])} />
            </li>
          );
        })}
      </ul>
    </div>
  );
});

/** What is to be known of an action at a glance: on its upper edge, with icon and word. */
function Pills({ action, marks }: { readonly action: ActionSnapshot; readonly marks: ActionMarks }) {
  const t = useText();
  const stopping = action.faults.filter((fault) => fault.Stops).length;
  const noted = action.faults.length - stopping;
  return (
    <span className={styles['pills']} aria-hidden>
      {marks.contact === 'here' && <span className={cx(styles['pill'], styles['herePill'])}><MapPin size={12} />{t('flowMap.here')}</span>}
      {action.isStart && <span className={styles['pill']}><Flag size={12} />{t('flowMap.entry')}</span>}
      {action.isEnd && <span className={styles['pill']}><CircleStop size={12} />{t('flowMap.ends')}</span>}
      {!action.canRun && <span className={cx(styles['pill'], styles['warnPill'])}><Ban size={12} />{t('flowMap.unable')}</span>}
      {stopping > 0 && <span className={cx(styles['pill'], styles['badPill'])}><CircleAlert size={12} />{t('flowMap.faults', { count: stopping })}</span>}
      {noted > 0 && <span className={cx(styles['pill'], styles['warnPill'])}><Info size={12} />{t('flowMap.notes', { count: noted })}</span>}
      {marks.visits !== null && <span className={cx(styles['pill'], marks.visits === 0 ? styles['neverPill'] : styles['visitPill'])}>{marks.visits === 0 ? <><CircleDashed size={12} />{visitWords(0, t)}</> : t('flowMap.times', { count: marks.visits })}</span>}
    </span>
  );
}
