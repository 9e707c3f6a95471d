import sys, collections
sys.path[:0]=['/work/main/tests','/work/main']
from test_random_queries import *
C=collections.Counter()
@settings(max_examples=300, deadline=None, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_count(world, random_operations, data):
    op=data.draw(random_operations)
    import re
    C.update(re.findall(r"\b(\w+)\b", op.text))
def test_print():
    for w in "availableActions asOf history topics whistles deadlines extensions notices attachments deliberations jointMeetings agendaItems evaluations fulfilments milestones policies calendarYears calendarDays subject duplicates receivedClaims whistleCalls requiredRoles Stateful needs claims".split(): print(w, C[w])
