/**
 * The pages in the order of the ticket's journey: the rail, the breadcrumb and the command palette read this list.
 * A page is listed once it works; there are no dead links.
 */
import {
  ApiOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  DashboardOutlined,
  FieldTimeOutlined,
  FilterOutlined,
  InboxOutlined,
  NodeIndexOutlined,
  PartitionOutlined,
  PlaySquareOutlined,
  SettingOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Me, Role } from "../client/types.ts";

export interface PageEntry {
  /** Last part of its message key `shell.nav.<id>`. */
  readonly id:
    | "overview"
    | "tickets"
    | "tasks"
    | "workflows"
    | "classification"
    | "sla"
    | "calendars"
    | "campaigns"
    | "routing"
    | "people"
    | "segments"
    | "plugins"
    | "operations"
    | "settings";
  readonly path: string;
  /** Pages that are reached from this one and have no entry of their own. */
  readonly below?: readonly string[];
  /** Who finds it in the rail; everybody unless it says so. */
  readonly roles?: readonly Role[];
  readonly icon: ReactNode;
}

export const pageEntries: readonly PageEntry[] = [
  { id: "overview", path: "/overview", icon: <DashboardOutlined aria-hidden /> },
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
  {
    id: "plugins",
    path: "/plugins",
    roles: ["viewer", "designer", "publisher", "admin"],
    icon: <ApiOutlined aria-hidden />,
  },
  {
    id: "operations",
    path: "/operations",
    roles: ["lead", "publisher", "admin"],
    icon: <PlaySquareOutlined aria-hidden />,
  },
  {
    id: "settings",
    path: "/settings",
    roles: ["publisher", "admin"],
    icon: <SettingOutlined aria-hidden />,
  },
];

/** The pages that the person finds in the rail and in the palette. */
export const pagesFor = (me: Me | null | undefined): readonly PageEntry[] =>
  pageEntries.filter(({ roles }) => roles === undefined || (me ? roles.includes(me.role) : false));
