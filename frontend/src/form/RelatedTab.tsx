import { Button, Tab, TabList } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { schema } from "../api";
import { useModel } from "../model";
import { count, Icon } from "../ui";
import type { RelatedLink } from "./related";
import { useLinkCounts } from "./related";
import { Subgrid } from "./Subgrid";

interface RelatedTabProps {
  of: schema.Table;
  links: RelatedLink[];
  id: string;
  name: string;
}

const keyOf = ({ table, field }: RelatedLink) => `${table.key}.${field.key}`;

/** Everything else that links to a record: by table and lookup at one side, the records of one at the other. */
export function RelatedTab({ of, links, id, name }: RelatedTabProps) {
  const prefix = useId();
  const model = useModel();
  const counts = useLinkCounts(of.key, id);
  const [chosen, setChosen] = useState<string>();
  const [all, setAll] = useState(false);
  if (!counts) return null; // a moment; nothing shall move once it is there
  const filled = links.filter((link) => counts.get(keyOf(link)));
  const shown = all || filled.length === 0 ? links : filled;
  const at = shown.find((link) => keyOf(link) === chosen) ?? shown[0];
  if (!at) return null;
  return (
    <div className="related">
      <div className="related-side">
        <TabList
          vertical
          selectedValue={keyOf(at)}
          onTabSelect={(_, { value }) => setChosen(String(value))}
          aria-label={`What links to “${name}”`}
        >
          {shown.map((link) => (
            <Tab key={keyOf(link)} value={keyOf(link)} aria-controls={`${prefix}-panel`}>
              <LinkLabel link={link} n={counts.get(keyOf(link)) ?? 0} />
            </Tab>
          ))}
        </TabList>
        {filled.length > 0 && filled.length < links.length && (
          <Button size="small" appearance="subtle" onClick={() => setAll(!all)}>
            {all
              ? "Show only those with records"
              : `Show ${links.length - filled.length} without records`}
          </Button>
        )}
      </div>
      <div id={`${prefix}-panel`} role="tabpanel" aria-label={at.table.plural}>
        <Subgrid
          key={keyOf(at)}
          label={`${at.table.plural} by ${at.field.label}`}
          subgrid={{
            table: at.table.key,
            via: at.field.key,
            tree: model.parent(at.table.key)?.key === at.field.key,
          }}
          {...{ of, id, name }}
        />
      </div>
    </div>
  );
}

function LinkLabel({ link: { table, field }, n }: { link: RelatedLink; n: number }) {
  return (
    <span className="related-link">
      <Icon name={table.icon} />
      <span className="stack-tight">
        <span className="ellipsis">{table.plural}</span>
        <span className="small quiet ellipsis">{field.label}</span>
      </span>
      <span className={n ? "tabular" : "tabular quiet"}>{count(n)}</span>
    </span>
  );
}
