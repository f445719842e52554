// The icons of the studio's frame, from Lucide, by what they mean here.
import bad from 'lucide-static/icons/frown.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import good from 'lucide-static/icons/smile.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import neutral from 'lucide-static/icons/meh.svg?raw';
import people from 'lucide-static/icons/users.svg?raw';
import phone from 'lucide-static/icons/smartphone.svg?raw';
import qr from 'lucide-static/icons/qr-code.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import screen from 'lucide-static/icons/monitor.svg?raw';
import very_bad from 'lucide-static/icons/angry.svg?raw';
import very_good from 'lucide-static/icons/laugh.svg?raw';
import actions from 'lucide-static/icons/list-checks.svg?raw';
import add from 'lucide-static/icons/plus.svg?raw';
import analyse from 'lucide-static/icons/chart-column.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import channels from 'lucide-static/icons/shuffle.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import customer from 'lucide-static/icons/user.svg?raw';
import data from 'lucide-static/icons/database.svg?raw';
import down from 'lucide-static/icons/arrow-down.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import error from 'lucide-static/icons/circle-x.svg?raw';
import findings from 'lucide-static/icons/lightbulb.svg?raw';
import fit from 'lucide-static/icons/maximize.svg?raw';
import flow from 'lucide-static/icons/waypoints.svg?raw';
import funnel from 'lucide-static/icons/funnel.svg?raw';
import columns from 'lucide-static/icons/columns-3.svg?raw';
import lanes from 'lucide-static/icons/rows-3.svg?raw';
import left from 'lucide-static/icons/arrow-left.svg?raw';
import less from 'lucide-static/icons/minus.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import new_map from 'lucide-static/icons/file-plus-2.svg?raw';
import note from 'lucide-static/icons/info.svg?raw';
import open from 'lucide-static/icons/chevron-down.svg?raw';
import panel from 'lucide-static/icons/panel-right.svg?raw';
import present from 'lucide-static/icons/presentation.svg?raw';
import print from 'lucide-static/icons/printer.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import remove from 'lucide-static/icons/trash-2.svg?raw';
import retention from 'lucide-static/icons/repeat.svg?raw';
import right from 'lucide-static/icons/arrow-right.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import up from 'lucide-static/icons/arrow-up.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import warning from 'lucide-static/icons/triangle-alert.svg?raw';

export const icons = {
  bad, good, neutral, very_bad, very_good, link, copy, qr, people, lock, screen, share, phone,
  add, actions, analyse, calendar, channels, check, close, columns, customer, data, down, download, error, findings, fit, flow, funnel, lanes, left, less, map, moon, new_map, note, open, panel, present, print, redo, remove, retention, right, sun, undo, up, upload, warning,
};
export type IconName = keyof typeof icons;
