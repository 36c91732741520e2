/** Addresses → pages. Each page is a chunk of its own, fetched when it is first opened. */
import { createBrowserRouter } from "react-router";
import { CrashPanel } from "./CrashPanel.tsx";
import { FirstPage } from "./FirstPage.tsx";
import { NotFound } from "./NotFound.tsx";
import { PageSkeleton } from "./PageSkeleton.tsx";
import { Shell } from "./shell/Shell.tsx";

const overview = async () => ({
  Component: (await import("../pages/overview/OverviewPage.tsx")).OverviewPage,
});
const tickets = async () => ({ Component: (await import("../pages/tickets/TicketsPage.tsx")).TicketsPage });
const ticket = async () => ({ Component: (await import("../pages/ticket/TicketPage.tsx")).TicketPage });
const customer = async () => ({
  Component: (await import("../pages/customer/CustomerPage.tsx")).CustomerPage,
});
const tasks = async () => ({ Component: (await import("../pages/tasks/TasksPage.tsx")).TasksPage });
const workflows = async () => ({
  Component: (await import("../pages/workflows/WorkflowsPage.tsx")).WorkflowsPage,
});
const workflow = async () => ({
  Component: (await import("../pages/workflows/WorkflowPage.tsx")).WorkflowPage,
});
const classifications = async () => ({
  Component: (await import("../pages/classification/ClassificationsPage.tsx")).ClassificationsPage,
});
const classification = async () => ({
  Component: (await import("../pages/classification/ClassificationPage.tsx")).ClassificationPage,
});
const slaPolicies = async () => ({ Component: (await import("../pages/sla/SlaPage.tsx")).SlaPage });
const slaPolicy = async () => ({
  Component: (await import("../pages/sla/SlaDocumentPage.tsx")).SlaDocumentPage,
});
const calendars = async () => ({
  Component: (await import("../pages/calendars/CalendarsPage.tsx")).CalendarsPage,
});
const calendar = async () => ({
  Component: (await import("../pages/calendars/CalendarPage.tsx")).CalendarPage,
});
const routingPolicies = async () => ({
  Component: (await import("../pages/routing/RoutingPage.tsx")).RoutingPage,
});
const routingPolicy = async () => ({
  Component: (await import("../pages/routing/RoutingDocumentPage.tsx")).RoutingDocumentPage,
});
const campaigns = async () => ({
  Component: (await import("../pages/campaigns/CampaignsPage.tsx")).CampaignsPage,
});
const campaign = async () => ({
  Component: (await import("../pages/campaigns/CampaignPage.tsx")).CampaignPage,
});
const people = async () => ({ Component: (await import("../pages/people/PeoplePage.tsx")).PeoplePage });
const segments = async () => ({
  Component: (await import("../pages/segments/SegmentsPage.tsx")).SegmentsPage,
});
const segment = async () => ({ Component: (await import("../pages/segments/SegmentPage.tsx")).SegmentPage });
const plugins = async () => ({ Component: (await import("../pages/plugins/PluginsPage.tsx")).PluginsPage });
const operations = async () => ({
  Component: (await import("../pages/operations/OperationsPage.tsx")).OperationsPage,
});
const settings = async () => ({
  Component: (await import("../pages/settings/SettingsPage.tsx")).SettingsPage,
});
const signIn = async () => ({ Component: (await import("../pages/sign-in/SignInPage.tsx")).SignInPage });

/** The router; made once, when the app starts. */
export const createRoutes = () =>
  createBrowserRouter([
    { path: "/sign-in", lazy: signIn, ErrorBoundary: CrashPanel, HydrateFallback: PageSkeleton },
    {
      path: "/",
      Component: Shell,
      ErrorBoundary: CrashPanel,
      HydrateFallback: PageSkeleton,
      children: [
        {
          ErrorBoundary: CrashPanel,
          children: [
            { index: true, Component: FirstPage },
            { path: "overview", lazy: overview },
            { path: "tickets", lazy: tickets },
            { path: "tickets/:id", lazy: ticket },
            { path: "customers/:id", lazy: customer },
            { path: "tasks", lazy: tasks },
            { path: "workflows", lazy: workflows },
            { path: "workflows/:key", lazy: workflow },
            { path: "classification", lazy: classifications },
            { path: "classification/:key", lazy: classification },
            { path: "sla", lazy: slaPolicies },
            { path: "sla/:key", lazy: slaPolicy },
            { path: "calendars", lazy: calendars },
            { path: "calendars/:key", lazy: calendar },
            { path: "routing", lazy: routingPolicies },
            { path: "routing/:key", lazy: routingPolicy },
            { path: "campaigns", lazy: campaigns },
            { path: "campaigns/:key", lazy: campaign },
            { path: "people", lazy: people },
            { path: "segments", lazy: segments },
            { path: "segments/:key", lazy: segment },
            { path: "plugins", lazy: plugins },
            { path: "operations", lazy: operations },
            { path: "operations/:part", lazy: operations },
            { path: "settings", lazy: settings },
            { path: "settings/:part", lazy: settings },
            { path: "*", Component: NotFound },
          ],
        },
      ],
    },
  ]);
