/**
 * The pages in the order of the ticket's journey: the rail, the breadcrumb and the command palette read this list.
 * A page is listed once it works; there are no dead links.
 */
import {
  CalendarOutlined,
  CheckSquareOutlined,
  FieldTimeOutlined,
  FilterOutlined,
  InboxOutlined,
  NodeIndexOutlined,
  PartitionOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";

export interface PageEntry {
  /** Last part of its message key `shell.nav.<id>`. */
  readonly id:
    | "tickets"
    | "tasks"
    | "workflows"
    | "classification"
    | "sla"
    | "calendars"
    | "campaigns"
    | "routing"
    | "people"
    | "segments";
  readonly path: string;
  /** Pages that are reached from this one and have no entry of their own. */
  readonly below?: readonly string[];
  readonly icon: ReactNode;
}

export const pageEntries: readonly PageEntry[] = [
  { id: "tickets", path: "/tickets", below: ["/customers"], icon: <InboxOutlined aria-hidden /> },
  { id: "tasks", path: "/tasks", icon: <CheckSquareOutlined aria-hidden /> },
  { id: "workflows", path: "/workflows", icon: <PartitionOutlined aria-hidden /> },
  { id: "classification", path: "/classification", icon: <TagsOutlined aria-hidden /> },
  { id: "sla", path: "/sla", icon: <FieldTimeOutlined aria-hidden /> },
  { id: "calendars", path: "/calendars", icon: <CalendarOutlined aria-hidden /> },
  { id: "routing", path: "/routing", icon: <NodeIndexOutlined aria-hidden /> },
  { id: "people", path: "/people", icon: <TeamOutlined aria-hidden /> },
  { id: "campaigns", path: "/campaigns", icon: <ThunderboltOutlined aria-hidden /> },
  { id: "segments", path: "/segments", icon: <FilterOutlined aria-hidden /> },
];
