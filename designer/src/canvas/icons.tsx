/** The catalog's icon names → icons; a name that is not known gets a plain block. */
import {
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  ArrowsAltOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CarOutlined,
  ClockCircleOutlined,
  CloudOutlined,
  CodeOutlined,
  EditOutlined,
  ForkOutlined,
  HourglassOutlined,
  LinkOutlined,
  MailOutlined,
  MergeOutlined,
  MessageOutlined,
  NotificationOutlined,
  PartitionOutlined,
  PayCircleOutlined,
  RetweetOutlined,
  SmileOutlined,
  SolutionOutlined,
  StopOutlined,
  TagsOutlined,
  ThunderboltOutlined,
  TruckOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";

const icons: Readonly<
  Record<string, ComponentType<{ "aria-hidden"?: boolean; className?: string | undefined }>>
> = {
  apartment: ApartmentOutlined,
  api: ApiOutlined,
  branches: BranchesOutlined,
  calendar: CalendarOutlined,
  car: CarOutlined,
  "clock-circle": ClockCircleOutlined,
  cloud: CloudOutlined,
  code: CodeOutlined,
  edit: EditOutlined,
  fork: ForkOutlined,
  hourglass: HourglassOutlined,
  link: LinkOutlined,
  mail: MailOutlined,
  merge: MergeOutlined,
  message: MessageOutlined,
  notification: NotificationOutlined,
  partition: PartitionOutlined,
  "pay-circle": PayCircleOutlined,
  retweet: RetweetOutlined,
  smile: SmileOutlined,
  solution: SolutionOutlined,
  split: ArrowsAltOutlined,
  stop: StopOutlined,
  tags: TagsOutlined,
  thunderbolt: ThunderboltOutlined,
  truck: TruckOutlined,
};

export function KindIcon({ name, className }: { name: string | undefined; className?: string | undefined }) {
  const Icon = icons[name ?? ""] ?? AppstoreOutlined;
  return <Icon aria-hidden className={className} />;
}
