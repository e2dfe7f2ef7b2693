// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utc;
import static org.chancery.kernel.Timestamps.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// History of tasks, and what posts ask for them.
@Repository
class TaskEventRepository {

    private final JdbcClient jdbc;

    TaskEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(TaskId task, TaskEvent event) {
        var due = event.due();
        var person = event.person();
        jdbc.sql(
                        """
                        insert into task.task_event
                               (task, act, by_name, office, at, reason, offices, person, old_due,
                                new_due)
                        values (:task, :act, :by, :office, :at, :reason, cast(:posts as text[]),
                                cast(:person as uuid), cast(:oldDue as timestamptz),
                                cast(:newDue as timestamptz))
                        """)
                .param("task", task.value())
                .param("act", event.act().name())
                .param("by", event.by())
                .param("office", event.office().value())
                .param("at", utc(event.at()))
                .param("reason", event.reason())
                .param(
                        "posts",
                        event.offices().stream().map(OfficeCode::value).toArray(String[]::new))
                .param("person", person == null ? null : person.value().toString())
                .param("oldDue", utcOrNull(due == null ? null : due.before()))
                .param("newDue", utcOrNull(due == null ? null : due.after()))
                .update();
    }

    @Unscoped("history of a task that was read in scope")
    List<TaskEvent> events(TaskId task) {
        return jdbc.sql(
                        """
                        select act, by_name, office, at, reason, offices, person, old_due, new_due
                          from task.task_event
                         where task = :task
                         order by id
                        """)
                .param("task", task.value())
                .query(TaskEventRepository::toEvent)
                .list();
    }

    private static TaskEvent toEvent(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var before = instantOrNull(row, "old_due");
        var after = instantOrNull(row, "new_due");
        return new TaskEvent(
                TaskEvent.Act.valueOf(row.getString("act")),
                row.getString("by_name"),
                new OfficeCode(row.getString("office")),
                instant(row, "at"),
                row.getString("reason"),
                Arrays.stream((String[]) row.getArray("offices").getArray())
                        .map(OfficeCode::new)
                        .toList(),
                person == null ? null : new StaffId(person),
                before == null || after == null ? null : new TaskEvent.NewDue(before, after));
    }

    void insert(TaskRequest request) {
        LocalDate day = null;
        String to = null;
        switch (request.wish()) {
            case TaskRequest.Wish.Extension(var wanted) -> day = wanted;
            case TaskRequest.Wish.Transfer(var post) -> to = post.value();
            case TaskRequest.Wish.Escalation() -> {}
        }
        jdbc.sql(
                        """
                        insert into task.task_request
                               (id, task, kind, by_name, office, at, reason, new_day, to_office)
                        values (:id, :task, :kind, :by, :office, :at, :reason,
                                cast(:day as date), :to)
                        """)
                .param("id", request.id())
                .param("task", request.task().value())
                .param("kind", request.wish().code())
                .param("by", request.by())
                .param("office", request.office().value())
                .param("at", utc(request.at()))
                .param("reason", request.reason())
                .param("day", day)
                .param("to", to)
                .update();
    }

    @Unscoped("requests of a task that was read in scope")
    List<TaskRequest> requests(TaskId task) {
        return jdbc.sql(
                        """
                        select id, task, kind, by_name, office, at, reason, new_day, to_office
                          from task.task_request
                         where task = :task and state = 'OPEN'
                         order by at, id
                        """)
                .param("task", task.value())
                .query(TaskEventRepository::toRequest)
                .list();
    }

    /// Requests that wait for a decision: those of the post itself, those made to it, and those made
    /// to one of the issuers.
    ///
    /// @param post null for none
    List<TaskRequest> waiting(
            @Nullable OfficeCode by,
            @Nullable OfficeCode post,
            List<OfficeCode> issuers,
            ReadScope reader) {
        return jdbc.sql(
                        """
                        select r.id, r.task, r.kind, r.by_name, r.office, r.at, r.reason, r.new_day,
                               r.to_office
                          from task.task_request r
                          join task.task t on t.id = r.task
                          join instruction.pub_instruction i on i.id = t.instruction
                         where r.state = 'OPEN'
                           and (r.office = cast(:by as text)
                                or r.to_office = cast(:post as text)
                                or r.kind <> 'TRANSFER'
                               and i.from_office = any (cast(:issuers as text[])))
                           and i.level <= :level and i.captions <@ cast(:captions as text[])
                           and (i.readers = '{}' or i.readers && cast(:offices as text[]))
                         order by r.at, r.id
                         limit 200
                        """)
                .param("by", by == null ? null : by.value())
                .param("post", post == null ? null : post.value())
                .param("issuers", issuers.stream().map(OfficeCode::value).toArray(String[]::new))
                .params(reader.params())
                .query(TaskEventRepository::toRequest)
                .list();
    }

    /// @return empty if it is decided already or was never made
    @Unscoped("a request of a task that was read and is held")
    Optional<TaskRequest> open(TaskId task, UUID request) {
        return requests(task).stream().filter(known -> known.id().equals(request)).findFirst();
    }

    void decide(UUID request, boolean granted) {
        jdbc.sql(
                        """
                        update task.task_request
                           set state = case when :granted then 'GRANTED' else 'REFUSED' end
                         where id = :id and state = 'OPEN'
                        """)
                .param("id", request)
                .param("granted", granted)
                .update();
    }

    /// What was asked is no longer of use.
    void lapse(TaskId task) {
        jdbc.sql(
                        """
                        update task.task_request set state = 'LAPSED'
                         where task = :task and state = 'OPEN'
                        """)
                .param("task", task.value())
                .update();
    }

    /// Whether the last waiver came with the end of the instruction itself (MSG-026).
    @Unscoped("says of a task read in scope how it ended")
    boolean withdrawn(TaskId task) {
        return events(task).stream()
                .filter(event -> event.act() != TaskEvent.Act.ASSIGNED)
                .reduce((first, second) -> second)
                .filter(event -> event.act() == TaskEvent.Act.WITHDRAWN)
                .isPresent();
    }

    private static TaskRequest toRequest(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        var wish =
                switch (kind) {
                    case "EXTENSION" ->
                            new TaskRequest.Wish.Extension(
                                    row.getObject("new_day", LocalDate.class));
                    case "TRANSFER" ->
                            new TaskRequest.Wish.Transfer(
                                    new OfficeCode(row.getString("to_office")));
                    case "ESCALATION" -> new TaskRequest.Wish.Escalation();
                    default -> throw new IllegalStateException("request " + kind);
                };
        return new TaskRequest(
                row.getObject("id", UUID.class),
                new TaskId(row.getObject("task", UUID.class)),
                wish,
                row.getString("by_name"),
                new OfficeCode(row.getString("office")),
                instant(row, "at"),
                row.getString("reason"));
    }
}
