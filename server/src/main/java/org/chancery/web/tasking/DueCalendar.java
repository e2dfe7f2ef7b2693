// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.chancery.kernel.Texts;
import org.chancery.task.Task;

/// Due times as a calendar of RFC 5545. A calendar leaves the system, so an entry carries the number
/// of the instruction, the requirement and the time, never a word of the instruction itself.
final class DueCalendar {

    private static final String MADE_BY = "-//Chancery//Due times//EN";

    private DueCalendar() {}

    /// @param home address of the installation, for the link to the task
    static String write(List<Task> tasks, Texts texts, String home, Instant now) {
        var calendar = new ICalendar();
        calendar.setProductId(MADE_BY);
        calendar.setName(texts.say("task.calendar.name"));
        tasks.forEach(task -> calendar.addEvent(event(task, texts, home, now)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Task task, Texts texts, String home, Instant now) {
        var summary =
                texts.say("task.calendar.entry", task.instruction().value(), task.requirement());
        var event = new VEvent();
        event.setUid(task.id() + "@chancery");
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(task.due()), true);
        event.setDuration(Duration.builder().minutes(0).build());
        event.setSummary(summary);
        event.setUrl(home + "/tasks/" + task.id());
        event.addAlarm(
                VAlarm.display(
                        new Trigger(Duration.builder().prior(true).days(1).build(), Related.START),
                        summary));
        return event;
    }
}
